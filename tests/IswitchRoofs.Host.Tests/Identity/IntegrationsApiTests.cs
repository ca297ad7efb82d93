using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Host.Tests.Docs;
using IswitchRoofs.Host.Tests.Http;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed class IntegrationsApiTests(HostFixture host)
{
    [Fact]
    public async Task The_worked_example_of_the_guide_runs_as_it_is_written()
    {
        var (id, secret) = await CreateAsync(role: "sales");

        (await WorkedExample.RunAsync(host.Address, "sales2@iswitchroofs.example", DemoPeople.Password, id, secret)).ShouldBe("Dana Haddad");

        var code = await File.ReadAllTextAsync(Path.Combine(ProblemCatalogueTests.Root, "tests", "IswitchRoofs.Host.Tests", "Identity", "WorkedExample.cs"));
        var example = code.Split("// <example>")[1].Split("// </example>")[0].Split('\n').Select(line => line.TrimEnd()).Select(line => line.Length > 8 ? line[8..] : line.TrimStart());
        (await File.ReadAllTextAsync(Path.Combine(ProblemCatalogueTests.Root, "docs", "api.md"))).ShouldContain(string.Join('\n', example).Trim());
    }

    [Fact]
    public async Task An_integration_works_as_its_role_and_the_audit_trail_names_it()
    {
        var (id, secret) = await CreateAsync(role: "sales");
        using var program = await ActAsync(id, secret);

        var (uri, _, lead) = await program.HavingLeadAsync();

        (await program.GetAsync("/api/users")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/notifications")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/integrations")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var admin = await host.SignInAsync("admin");
        var trail = await admin.GetFromJsonAsync<JsonElement>($"/api/audit?entity_id={lead.GetProperty("id").GetGuid()}&action=created");
        var entry = trail.GetProperty("items").EnumerateArray().Single();
        entry.GetProperty("actor_kind").GetString().ShouldBe("integration");
        entry.GetProperty("actor_id").GetString().ShouldBe(id);
        (await admin.GetAsync(uri)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Scopes_narrow_the_role_on_every_door()
    {
        var (id, secret) = await CreateAsync(role: "admin", "leads.read");
        using var program = await ActAsync(id, secret);

        (await program.GetAsync("/api/leads")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.PostAsJsonAsync("/api/leads", HttpAssertions.NewLead())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/customers")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.GetAsync("/api/audit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_secret_is_answered_once_and_replaced_on_demand()
    {
        using var admin = await host.SignInAsync("admin");
        using var created = await admin.PostAsJsonAsync("/api/integrations", new { name = $"Once {Guid.CreateVersion7()}", role = "manager" });
        created.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var issued = await created.OkAsync(HttpStatusCode.Created);
        var secret = issued.GetProperty("client_secret").GetString()!;

        (await admin.GetStringAsync(created.Headers.Location)).ShouldNotContain("secret\":\"");
        (await admin.GetStringAsync("/api/integrations?q=once")).ShouldNotContain(secret);
        using var rotated = await admin.SendAsync(HttpMethod.Post, $"{created.Headers.Location}/rotate-secret", null, ("If-Match", created.Headers.ETag!.Tag));
        (await rotated.OkAsync()).GetProperty("client_secret").GetString().ShouldNotBe(secret);
        using var stale = await admin.SendAsync(HttpMethod.Patch, $"{created.Headers.Location}", new { name = "Other" }, ("If-Match", created.Headers.ETag!.Tag));
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await admin.DeleteAsync(created.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await admin.GetAsync(created.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"name":"X"}""", "role")]
    [InlineData("""{"name":"","role":"sales"}""", "name")]
    [InlineData("""{"name":"X","role":"sales","scopes":["users.manage"]}""", "scopes[0]")]
    [InlineData("""{"name":"X","role":"sales","redirect_uris":["https://a.example"]}""", "redirect_uris")]
    [InlineData("""{"name":"X","kind":"authorization_code"}""", "redirect_uris")]
    [InlineData("""{"name":"X","kind":"authorization_code","role":"sales","redirect_uris":["https://a.example"]}""", "role")]
    [InlineData("""{"name":"X","kind":"authorization_code","redirect_uris":["http://a.example"]}""", "redirect_uris[0]")]
    [InlineData("""{"name":"X","role":"sales","expires_at":"2020-01-01T00:00:00Z"}""", "expires_at")]
    public async Task What_makes_no_sense_is_refused_by_field(string body, string field)
    {
        using var admin = await host.SignInAsync("admin");

        await (await admin.SendAsync(HttpMethod.Post, "/api/integrations", body)).ProblemAsync(400, "validation_failed", field);
    }

    [Fact]
    public async Task Only_admins_manage_integrations_and_names_are_unique()
    {
        using var manager = await host.SignInAsync("manager");
        (await manager.GetAsync("/api/integrations")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        using var admin = await host.SignInAsync("admin");
        var name = $"Twice {Guid.CreateVersion7()}";
        (await admin.PostAsJsonAsync("/api/integrations", new { name, role = "sales" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await admin.PostAsJsonAsync("/api/integrations", new { name = name.ToUpperInvariant(), role = "sales" })).ProblemAsync(409, "integrations.name_taken");
        using var app = await admin.PostAsJsonAsync("/api/integrations", new { name = $"App {name}", kind = "authorization_code", redirect_uris = new[] { "https://a.example/" } });
        await (await admin.PostAsync($"{app.Headers.Location}/rotate-secret", null)).ProblemAsync(409, "integrations.no_secret");
    }

    private async Task<(string Id, string Secret)> CreateAsync(string role, params string[] scopes)
    {
        using var admin = await host.SignInAsync("admin");
        using var answer = await admin.PostAsJsonAsync("/api/integrations", new { name = $"Test {Guid.CreateVersion7()}", role, scopes });
        var issued = await answer.OkAsync(HttpStatusCode.Created);
        return (issued.GetProperty("integration").GetProperty("client_id").GetString()!, issued.GetProperty("client_secret").GetString()!);
    }

    private async Task<HttpClient> ActAsync(string id, string secret)
    {
        using var tokens = await host.Anonymous.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret,
        }));
        return host.WithToken((await tokens.OkAsync()).GetProperty("access_token").GetString()!);
    }
}
