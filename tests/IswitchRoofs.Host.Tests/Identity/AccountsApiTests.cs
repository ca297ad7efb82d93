using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed class AccountsApiTests(HostFixture host)
{
    [Fact]
    public async Task Signing_in_answers_tokens_and_the_user()
    {
        using var answer = await host.Anonymous.PostAsJsonAsync("/api/auth/login", new { email = "manager@iswitchroofs.example", password = DemoPeople.Password, device = "Test phone" });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["access_token", "refresh_token", "token_type", "expires_in", "user"]);
        json.GetProperty("user").GetProperty("role").GetString().ShouldBe("manager");

        using var client = host.WithToken(json.GetProperty("access_token").GetString()!);
        var sessions = await client.GetFromJsonAsync<JsonElement>("/api/auth/sessions");
        var current = sessions.GetProperty("items").EnumerateArray().Single(s => s.GetProperty("current").GetBoolean());
        current.GetProperty("device").GetString().ShouldBe("Test phone");

        (await client.PostAsync("/api/auth/logout", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"email":"sales@iswitchroofs.example","password":"wrong-password"}""", HttpStatusCode.Unauthorized, "auth.invalid_credentials")]
    [InlineData("""{"email":"nobody@iswitchroofs.example","password":"wrong-password"}""", HttpStatusCode.Unauthorized, "auth.invalid_credentials")]
    [InlineData("""{"email":"","password":""}""", HttpStatusCode.BadRequest, "validation_failed")]
    [InlineData("""{"email":"sales@iswitchroofs.example","password":"x","remember":true}""", HttpStatusCode.BadRequest, "unknown_field")]
    [InlineData("""{"email":12,"password":"x"}""", HttpStatusCode.BadRequest, "wrong_type")]
    [InlineData("""{"email":"sales@""", HttpStatusCode.BadRequest, "malformed_json")]
    public async Task Refusals_are_problem_details(string body, HttpStatusCode status, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await host.Anonymous.PostAsync("/api/auth/login", content);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task Me_names_teams_and_permissions()
    {
        using var client = await host.SignInAsync("tech");

        var me = await client.GetFromJsonAsync<JsonElement>("/api/auth/me");

        var permissions = me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ToArray();
        permissions.ShouldContain("projects.read_assigned");
        permissions.ShouldNotContain("leads.read");
        me.GetProperty("teams").EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("North Oakland");
    }

    [Theory]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("manager", HttpStatusCode.OK)]
    [InlineData("sales", HttpStatusCode.Forbidden)]
    [InlineData("tech", HttpStatusCode.Forbidden)]
    public async Task Only_managers_and_admins_read_users(string account, HttpStatusCode status)
    {
        using var client = await host.SignInAsync(account);

        (await client.GetAsync("/api/users")).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_field_tech_sees_only_own_teams()
    {
        using var client = await host.SignInAsync("tech");

        var teams = await client.GetFromJsonAsync<JsonElement>("/api/teams");

        teams.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetGuid().ShouldBe(DemoPeople.NorthOakland);
        (await client.GetAsync($"/api/teams/{DemoPeople.WayneAndWashtenaw}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsJsonAsync("/api/teams", new { name = "Mine" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_manager_makes_and_changes_a_team()
    {
        using var client = await host.SignInAsync("manager");

        using var created = await client.PostAsJsonAsync("/api/teams", new { name = $"Team {Guid.CreateVersion7()}", territories = new[] { "48226" }, skills = new[] { "sales" } });
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync());
        var team = await created.Content.ReadFromJsonAsync<JsonElement>();
        team.GetProperty("manager_id").GetGuid().ShouldBe(DemoPeople.Manager);

        using var joined = await client.PutAsync($"{created.Headers.Location}/members/{DemoPeople.Sales}", null);
        joined.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var patch = new HttpRequestMessage(HttpMethod.Patch, created.Headers.Location) { Content = JsonContent.Create(new { name = "Stale" }) };
        patch.Headers.TryAddWithoutValidation("If-Match", created.Headers.ETag!.Tag);
        (await client.SendAsync(patch)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await client.DeleteAsync($"{created.Headers.Location}/members/{DemoPeople.Sales}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Nobody_reads_anothers_notification()
    {
        var id = Guid.CreateVersion7();
        await host.Database.ExecuteAsync($"""
            INSERT INTO identity.notifications (id, user_id, type, title, priority, created_at, updated_at)
            VALUES ('{id}', '{DemoPeople.Sales2}', 'system', 'For sales2 only', 'normal', now(), now())
            """);
        using var other = await host.SignInAsync("sales");
        using var owner = await host.SignInAsync("sales2");

        (await other.PostAsync($"/api/notifications/{id}/read", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await owner.PostAsync($"/api/notifications/{id}/read", null)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("read_at").ValueKind.ShouldBe(JsonValueKind.String);
        (await other.GetStringAsync("/api/notifications?per_page=100")).ShouldNotContain("For sales2 only");
    }

    [Fact]
    public async Task A_stranger_is_asked_for_a_token()
    {
        using var answer = await host.Anonymous.GetAsync("/api/notifications/unread-count");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
