using System.Text;
using IswitchRoofs.Identity.Domain.Accounts;

namespace IswitchRoofs.Identity.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Totp.CodeAt(Secret, Totp.StepAt(now)).ShouldBe(code);
        Totp.FindStep(Secret, $"{code[..3]} {code[3..]}", now).ShouldBe(Totp.StepAt(now));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void The_neighbouring_half_minutes_count_too(int steps, bool counts)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var code = Totp.CodeAt(Secret, Totp.StepAt(now) + steps);

        (Totp.FindStep(Secret, code, now) is not null).ShouldBe(counts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("einszw")]
    public void What_is_no_code_fits_nothing(string? code) => Totp.FindStep(Secret, code, DateTimeOffset.UnixEpoch).ShouldBeNull();

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_base32(string text, string written) => Totp.ToBase32(Encoding.ASCII.GetBytes(text)).ShouldBe(written);

    [Fact]
    public void The_picture_says_what_apps_expect() =>
        Totp.UriOf("IswitchRoofs", "ann@example.com", Secret)
            .ShouldBe("otpauth://totp/IswitchRoofs:ann%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=IswitchRoofs&algorithm=SHA1&digits=6&period=30");

    [Fact]
    public void Recovery_codes_differ_and_are_read_however_they_are_typed()
    {
        var codes = RecoveryCodes.Create();

        codes.Distinct().Count().ShouldBe(RecoveryCodes.Count);
        codes[0].ShouldMatch("^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$");
        RecoveryCodes.Hash(codes[0].ToLowerInvariant().Replace('-', ' ')).ShouldBe(RecoveryCodes.Hash(codes[0]));
        RecoveryCodes.Hash("123456").ShouldBeNull();
    }
}
