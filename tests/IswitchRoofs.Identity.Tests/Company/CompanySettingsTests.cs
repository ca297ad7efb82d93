using IswitchRoofs.Identity.Application.Company;
using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Identity.Tests.Company;

public sealed class CompanySettingsTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private IdentityServer _server = null!;

    public async Task InitializeAsync() => _server = await IdentityServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_saved_holds_on_every_host_for_names_days_and_phones()
    {
        await using var running = await _server.StartAnotherAsync();
        var before = await ReadAsync();
        before.IsDefault.ShouldBeTrue();
        (before.Name, before.Timezone, before.PhoneRegion, before.LogoUrl).ShouldBe(("IswitchRoofs", "America/Detroit", "US", null));

        var saved = await ChangeAsync(new CompanyFields(" Dachbau Berger ", "Asia/Kathmandu", "de"));

        saved.IsSuccess.ShouldBeTrue(saved.Error?.Detail);
        saved.Value.IsDefault.ShouldBeFalse();
        await ShouldHoldAsync(_server);
        await Eventually.HoldsAsync(
            () =>
            {
                _server.Clock.Advance(TimeSpan.FromSeconds(2));
                return Task.FromResult(running.Service<ICompanyFacts>().Current.Name == "Dachbau Berger");
            },
            "the other host has looked");
        await ShouldHoldAsync(running);
        await using var later = await _server.StartAnotherAsync();
        await ShouldHoldAsync(later);

        (await AuditedAsync("company_settings")).ShouldContain("Asia/Kathmandu");

        static Task ShouldHoldAsync(IdentityServer host)
        {
            host.Service<MailLayout>().Compose("Hello", ["World"]).Text.ShouldContain("Dachbau Berger");
            host.Service<IMailMonitor>().Route.From.ShouldContain("Dachbau Berger");
            host.Service<ICompanyClock>().DayOf(new DateTimeOffset(2026, 6, 1, 19, 0, 0, TimeSpan.Zero)).ShouldBe(new DateOnly(2026, 6, 2));
            host.Service<IPhoneNumbers>().Normalize("030 2093 1234").ShouldBe("+493020931234");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Whoever_saves_what_another_changed_meanwhile_is_refused()
    {
        var version = (await ReadAsync()).Version;
        var first = await ChangeAsync(new CompanyFields("First", "America/Detroit", "US"), version);
        var second = await ChangeAsync(new CompanyFields("Second", "America/Detroit", "US"), version);
        var logo = await _server.AsSystemAsync<ChangeCompanyLogoHandler, Result<CompanyDetails>>(h => h.HandleAsync(new ChangeCompanyLogo(Png, first.Value.Version), default));
        var third = await ChangeAsync(new CompanyFields("Third", "America/Detroit", "US"), first.Value.Version);

        first.IsSuccess.ShouldBeTrue();
        second.Error!.Kind.ShouldBe(ErrorKind.Stale);
        logo.IsSuccess.ShouldBeTrue();
        third.Error!.Kind.ShouldBe(ErrorKind.Stale, "the logo is part of what was read");
        (await ReadAsync()).Name.ShouldBe("First");
    }

    [Theory]
    [InlineData("", "America/Detroit", "US", "name")]
    [InlineData("Roofs\nX-Header: 1", "America/Detroit", "US", "name")]
    [InlineData("Roofs", "Eastern Standard Time", "US", "timezone")]
    [InlineData("Roofs", "Mars/Olympus", "US", "timezone")]
    [InlineData("Roofs", null, "US", "timezone")]
    [InlineData("Roofs", "America/Detroit", "Michigan", "phone_region")]
    [InlineData("Roofs", "America/Detroit", "ZZ", "phone_region")]
    public async Task What_is_wrong_is_told_at_its_field(string? name, string? zone, string? region, string field) =>
        (await ChangeAsync(new CompanyFields(name, zone, region))).Error!.Fields.Keys.ShouldBe([field]);

    [Fact]
    public async Task A_picture_is_shown_until_it_is_replaced_or_removed_and_never_stands_in_the_audit()
    {
        var shown = await ShowAsync(Png);
        var url = shown.Value.LogoUrl.ShouldNotBeNull();
        var tag = url[(url.LastIndexOf('/') + 1)..];
        _server.Service<ICompanyFacts>().Current.Logo.ShouldBe(tag);
        var file = await FileAsync(tag);
        file.Value.MediaType.ShouldBe("image/png");
        file.Value.Content.ShouldBe(Png);

        var other = await ShowAsync([0xFF, 0xD8, 0xFF, 9]);
        other.Value.LogoUrl.ShouldNotBe(url);
        (await FileAsync(tag)).IsFailure.ShouldBeTrue();
        (await AuditedAsync("company_logo")).ShouldContain("image/jpeg");
        (await AuditedAsync("company_logo")).ShouldNotContain("content");

        var removed = await ShowAsync(null);
        removed.Value.LogoUrl.ShouldBeNull();
        removed.Value.IsDefault.ShouldBeTrue("a logo saves no name");
        _server.Service<ICompanyFacts>().Current.Logo.ShouldBeNull();
    }

    [Fact]
    public async Task Anything_but_a_small_picture_is_refused()
    {
        byte[][] others = ["<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "GIF89a"u8.ToArray(), [], [.. Png, .. new byte[512 * 1024]], "RIFF....WAVE...."u8.ToArray()];

        foreach (var content in others) (await ShowAsync(content)).Error!.Fields.Keys.ShouldBe(["logo"]);
        (await ShowAsync("RIFF....WEBPVP8 "u8.ToArray())).IsSuccess.ShouldBeTrue();
    }

    private async Task<CompanyDetails> ReadAsync() => (await _server.AsSystemAsync<GetCompanyHandler, Result<CompanyDetails>>(h => h.HandleAsync(new GetCompany(), default))).Value;

    private Task<Result<CompanyDetails>> ChangeAsync(CompanyFields fields, uint? ifVersion = null) =>
        _server.AsSystemAsync<ChangeCompanyHandler, Result<CompanyDetails>>(h => h.HandleAsync(new ChangeCompany(fields, ifVersion), default));

    private Task<Result<CompanyDetails>> ShowAsync(byte[]? content) =>
        _server.AsSystemAsync<ChangeCompanyLogoHandler, Result<CompanyDetails>>(h => h.HandleAsync(new ChangeCompanyLogo(content), default));

    private Task<Result<LogoFile>> FileAsync(string tag) => _server.AsSystemAsync<GetCompanyLogoHandler, Result<LogoFile>>(h => h.HandleAsync(new GetCompanyLogo(tag), default));

    private async Task<string> AuditedAsync(string type) =>
        (await _server.Database.ScalarAsync<string>($"SELECT changes::text FROM identity.audit_entries WHERE entity_type = '{type}' ORDER BY at DESC, id DESC LIMIT 1")).ShouldNotBeNull();
}
