using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed class SettingsApiTests(HostFixture host)
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task An_administrator_names_the_company_and_everybody_reads_it()
    {
        using var admin = await host.SignInAsync("admin");
        using var manager = await host.SignInAsync("manager");
        (await manager.GetAsync("/api/settings/company")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var read = await admin.GetAsync("/api/settings/company");
        var tag = read.Headers.ETag.ShouldNotBeNull();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/settings/company") { Headers = { IfNoneMatch = { tag } } };
        (await admin.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var refused = await admin.PutAsJsonAsync("/api/settings/company", new { name = "", timezone = "Detroit", phone_region = "?" });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync(refused)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["name", "timezone", "phone_region"], ignoreOrder: true);
        try
        {
            using var saved = await PutAsync(admin, "Lakeside & Sons Roofing", tag);
            saved.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var stale = await PutAsync(admin, "Somebody else", tag);
            stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
            (await host.Anonymous.GetStringAsync("/sign-in")).ShouldContain("Lakeside &amp; Sons Roofing</title>");
        }
        finally
        {
            (await PutAsync(admin, "IswitchRoofs", null)).Dispose();
        }
    }

    [Fact]
    public async Task A_logo_is_open_to_everybody_and_may_be_kept()
    {
        using var admin = await host.SignInAsync("admin");
        using var svg = await SendLogoAsync(admin, "<svg/>"u8.ToArray(), "image/svg+xml");
        svg.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        using var liar = await SendLogoAsync(admin, "<svg/>"u8.ToArray(), "image/png");
        liar.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var shown = await SendLogoAsync(admin, Png, "image/png");
        var url = (await ReadAsync(shown)).GetProperty("logo_url").GetString().ShouldNotBeNull();

        using var picture = await host.Anonymous.GetAsync(url);
        picture.StatusCode.ShouldBe(HttpStatusCode.OK);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        picture.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        picture.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await picture.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
        using var kept = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { picture.Headers.ETag! } } };
        (await host.Anonymous.SendAsync(kept)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await host.Anonymous.GetStringAsync("/sign-in")).ShouldContain(url);

        (await admin.DeleteAsync("/api/settings/company/logo")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.Anonymous.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Anonymous.GetStringAsync("/sign-in")).ShouldNotContain(url);
    }

    [Fact]
    public async Task The_settings_tell_how_live_updates_travel()
    {
        using var admin = await host.SignInAsync("admin");
        var told = await admin.GetFromJsonAsync<JsonElement>("/api/settings/realtime");
        told.GetProperty("mode").GetString().ShouldBe("embedded");
        told.GetProperty("connections").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
        told.EnumerateObject().Select(p => p.Name).ShouldNotContain("secret");
    }

    private static Task<HttpResponseMessage> SendLogoAsync(HttpClient client, byte[] content, string type) =>
        client.PutAsync("/api/settings/company/logo", new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } });

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string name, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/settings/company") { Content = JsonContent.Create(new { name, timezone = "America/Detroit", phone_region = "US" }) };
        if (tag is not null) request.Headers.IfMatch.Add(tag);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
