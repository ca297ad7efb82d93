using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Host.Tests.Http;

[Collection(HostFixture.Shared)]
public sealed class PublicFormTests(HostFixture host)
{
    [Fact]
    public async Task A_form_makes_a_lead_without_script_keeps_how_it_came_and_tells_nobody_who_is_known()
    {
        var form = await HavingFormAsync(consent: "You may call me.", origin: "https://www.roofs.example");
        using var stranger = NewStranger();
        using var page = await stranger.GetAsync($"/forms/{form}?utm_source=spring&utm_campaign=mailing");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors https://www.roofs.example");
        page.Headers.Contains("X-Frame-Options").ShouldBeFalse();
        page.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await page.Content.ReadAsStringAsync()).ShouldContain("You may call me.");

        var email = $"{Guid.CreateVersion7():N}@example.com";
        (await SendAsync(stranger, $"/forms/{form}", email, ("Input.UtmSource", "spring"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await FoundAsync(email)).ShouldBeEmpty();
        for (var i = 0; i < 2; i++)
            (await SendAsync(stranger, $"/forms/{form}", email, ("Input.UtmSource", "spring"), ("Input.Consent", "true"))).Headers.Location!.OriginalString.ShouldContain("sent=True", Case.Insensitive);

        var leads = await FoundAsync(email);
        leads.Length.ShouldBe(2);
        using var manager = await host.SignInAsync("manager");
        var tags = new List<string?>();
        foreach (var id in leads)
        {
            var lead = await (await manager.GetAsync($"/api/leads/{id}")).OkAsync();
            tags.AddRange(lead.GetProperty("tags").EnumerateArray().Select(t => t.GetString()));
            lead.GetProperty("source").GetString().ShouldBe("website_form");
            lead.GetProperty("created_by").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            var detail = lead.GetProperty("source_detail");
            (detail.GetProperty("utm_source").GetString(), detail.GetProperty("consent_text").GetString(), detail.GetProperty("consent_version").GetInt32()).ShouldBe(("spring", "You may call me.", 1));
            await (await manager.SendAsync(HttpMethod.Patch, $"/api/leads/{id}", new { source_detail = new { utm_source = "other" } })).ProblemAsync(400, field: "source_detail");
        }

        tags.ShouldBe(["possible duplicate"]);
    }

    [Fact]
    public async Task Programs_and_wrong_addresses_make_nothing()
    {
        var form = await HavingFormAsync();
        using var stranger = NewStranger();
        var email = $"{Guid.CreateVersion7():N}@example.com";

        (await SendAsync(stranger, $"/forms/{form}", email, ("Input.Website", "https://spam.example"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SendAsync(stranger, $"/forms/{form}", email, ("Input.Seal", Seal(TimeSpan.Zero)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(stranger, $"/forms/{form}", email, ("Input.Seal", "forged"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(stranger, "/forms/nobody-knows-this-key-1234", email)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var closed = await stranger.GetAsync("/refer/nobody");
        closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        closed.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY");
        (await closed.Content.ReadAsStringAsync()).ShouldContain("This form is not here");
        (await FoundAsync(email)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_sent_by_a_partners_link_is_the_partners_referral()
    {
        using var manager = await host.SignInAsync("manager");
        using var created = await manager.PostAsJsonAsync("/api/partners", new { company_name = $"Link {Guid.NewGuid():N}", category = "contractor", status = "active" });
        var partner = await created.OkAsync(HttpStatusCode.Created);
        var email = $"{Guid.CreateVersion7():N}@example.com";
        using var stranger = NewStranger();

        (await SendAsync(stranger, $"/refer/{partner.GetProperty("partner_code").GetString()}", email)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var referral = (await (await manager.GetAsync($"/api/referrals?partner_id={partner.GetProperty("id").GetGuid()}")).OkAsync()).GetProperty("items")[0];
        (await FoundAsync(email)).ShouldBe([referral.GetProperty("lead_id").GetGuid()]);
    }

    private async Task<string> HavingFormAsync(string? consent = null, string? origin = null)
    {
        var key = $"{Guid.NewGuid():N}";
        await host.Database.ExecuteAsync(
            $"""
             INSERT INTO leads.web_forms (id, name, key, is_active, source, title, consent_text, consent_version, fields, thank_you_text, origins, created_at, updated_at)
             VALUES (gen_random_uuid(), 'Home page', '{key}', true, 'website_form', 'Ask us', {(consent is null ? "NULL" : $"'{consent}'")}, 1, ARRAY['phone', 'email', 'message'], 'Thanks.',
                     {(origin is null ? "ARRAY[]::text[]" : $"ARRAY['{origin}']")}, now(), now())
             """);
        return key;
    }

    private HttpClient NewStranger() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };

    private async Task<HttpResponseMessage> SendAsync(HttpClient stranger, string address, string email, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string> { ["Input.FirstName"] = "Web", ["Input.LastName"] = "Visitor", ["Input.Email"] = email, ["Input.Seal"] = Seal(TimeSpan.FromMinutes(1)) };
        foreach (var (name, value) in more) fields[name] = value;
        using var form = new FormUrlEncodedContent(fields);
        return await stranger.PostAsync(address, form);
    }

    private string Seal(TimeSpan age) => host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("public-form.v1")
        .Protect((DateTimeOffset.UtcNow - age).UtcTicks.ToString(CultureInfo.InvariantCulture));

    private async Task<Guid[]> FoundAsync(string email)
    {
        using var manager = await host.SignInAsync("manager");
        return [.. (await (await manager.GetAsync($"/api/leads?q={email}")).OkAsync()).GetProperty("items").EnumerateArray().Select(l => l.GetProperty("id").GetGuid())];
    }
}
