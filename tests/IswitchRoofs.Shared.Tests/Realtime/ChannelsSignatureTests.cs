using System.Text;
using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Shared.Tests.Realtime;

public sealed class ChannelsSignatureTests
{
    // The example of Pusher's own documentation; the npm package `pusher` signs the same (see below).
    private const string Key = "278d425bdf160c739803";
    private const string Secret = "7ad3773142a6692b25b8";
    private const string Body = """{"name":"foo","channels":["project-3"],"data":"{\"some\":\"data\"}"}""";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1353088179);

    [Fact]
    public void A_request_is_signed_as_documented() =>
        ChannelsSignature.SignedQuery(Key, Secret, "POST", "/apps/3/events", Encoding.UTF8.GetBytes(Body), Now).ShouldBe(
            "auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0&body_md5=ec365a775a4cd0599faeb73354201b6f"
            + "&auth_signature=da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c");

    [Fact]
    public void Parameters_are_signed_in_order_of_their_lower_case_names_and_without_the_signature() =>
        ChannelsSignature.OfRequest(Secret, "get", "/apps/3/channels", new Dictionary<string, string>
        {
            ["info"] = "subscription_count",
            ["auth_signature"] = "whatever",
            ["Filter_By_Prefix"] = "private-",
            ["auth_version"] = "1.0",
            ["auth_timestamp"] = "1353088179",
            ["auth_key"] = Key,
        }).ShouldBe("ef0d85bc8e3d4a8f12099789cef869dbaf0841a4149f21b76f7688851ead2197");

    [Fact]
    public void A_private_channel_is_signed_as_documented() =>
        ChannelsSignature.OfChannel(Key, Secret, "1234.1234", "private-foobar")
            .ShouldBe("278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4");

    [Fact]
    public void Channel_data_is_part_of_what_is_signed() =>
        ChannelsSignature.OfChannel(Key, Secret, "1234.1234", "private-foobar", """{"user_id":"10"}""")
            .ShouldBe("278d425bdf160c739803:bf9f2eda99b88b670aedd071792d41c2796fda040476f39b46f89a28ccc69a9c");

    [Theory]
    [InlineData("1234.1234:private-a", "private-foobar")]
    [InlineData("1234", "private-foobar")]
    [InlineData("1234.1234\n", "private-foobar")]
    [InlineData("١٢٣٤.1234", "private-foobar")]
    [InlineData("", "private-foobar")]
    [InlineData("1234.1234", "private-foo:bar")]
    [InlineData("1234.1234", "private-foobar\n")]
    [InlineData("1234.1234", "private-föö")]
    [InlineData("1234.1234", "")]
    public void Nothing_is_signed_that_could_be_read_as_something_else(string socketId, string channel) =>
        Should.Throw<ArgumentException>(() => ChannelsSignature.OfChannel(Key, Secret, socketId, channel));

    [Fact]
    public void A_signature_matches_itself_only()
    {
        ChannelsSignature.Matches("abc", "abc").ShouldBeTrue();
        ChannelsSignature.Matches("abc", "abd").ShouldBeFalse();
        ChannelsSignature.Matches("abc", "ab").ShouldBeFalse();
        ChannelsSignature.Matches("abc", null).ShouldBeFalse();
    }

    [Fact]
    public async Task The_npm_library_signs_the_same()
    {
        var bodies = new[] { Body, """{"name":"é☃","channels":["private-user-1","private-team-2"],"data":"{}"}""", "{\"batch\":[]}" };
        var channels = new[] { "private-dashboard", "private-user-0198c0de-0000-7000-8000-000000000001", "private-a=@,.;_b" };
        var input = JsonSerializer.Serialize(new
        {
            key = Key,
            secret = Secret,
            now = Now.ToUnixTimeSeconds(),
            requests = bodies.Select(body => new { method = "POST", path = "/apps/3/events", body }),
            channels = channels.Select(channel => new { socket_id = "123456789.987654321", channel }),
        });

        using var theirs = JsonDocument.Parse(await NodeScripts.RunAsync("signatures.mjs", [input]));

        theirs.RootElement.GetProperty("requests").EnumerateArray().Select(r => r.GetString()).ShouldBe(
            bodies.Select(body => ChannelsSignature.SignedQuery(Key, Secret, "POST", "/apps/3/events", Encoding.UTF8.GetBytes(body), Now)));
        theirs.RootElement.GetProperty("channels").EnumerateArray().Select(c => c.GetProperty("auth").GetString()).ShouldBe(
            channels.Select(channel => ChannelsSignature.OfChannel(Key, Secret, "123456789.987654321", channel)));
    }
}
