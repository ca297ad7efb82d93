using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Projects;

[Collection(HostFixture.Shared)]
public sealed class ProjectsApiTests(HostFixture host)
{
    [Fact]
    public async Task A_project_for_a_customer_made_a_moment_ago_goes_its_way()
    {
        using var sales = await host.SignInAsync("sales");
        using var customer = await sales.PostAsJsonAsync("/api/customers", new { name = "Quick Start", email = $"{Guid.CreateVersion7():N}@example.com" });
        var customerId = (await customer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        using var created = await sales.PostAsJsonAsync("/api/projects", new { customer_id = customerId, name = "Roof", project_type = "repair" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var url = created.Headers.Location!.ToString();
        using var moved = await sales.PostAsJsonAsync($"{url}/status", new { status = "approved" });
        (await moved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().ShouldBe("approved");
        using var refused = await sales.PostAsJsonAsync($"{url}/status", new { status = "paid" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("projects.move_not_allowed");
        problem.GetProperty("allowed_moves").EnumerateArray().Select(m => m.GetString()).ShouldBe(["scheduled", "on_hold", "cancelled"]);
        using var undated = await sales.PostAsJsonAsync($"{url}/status", new { status = "scheduled" });
        undated.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var silent = await sales.PostAsJsonAsync($"{url}/status", new { status = "cancelled" });
        silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await sales.GetFromJsonAsync<JsonElement>($"{url}/history")).GetProperty("items").GetArrayLength().ShouldBe(2);
        (await sales.GetFromJsonAsync<JsonElement>($"{url}/profitability")).GetProperty("margin_percent").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_unknown_customer_is_named()
    {
        using var sales = await host.SignInAsync("sales");

        using var refused = await sales.PostAsJsonAsync("/api/projects", new { customer_id = Guid.CreateVersion7(), name = "Roof", project_type = "repair" });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("customer_id", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("status=in_progress")]
    [InlineData("overdue=true")]
    [InlineData("over_budget=true")]
    [InlineData("team_member=me")]
    [InlineData("project_type=repair,maintenance")]
    [InlineData("budget_min=20000&sort=-budget")]
    [InlineData("q=petrov")]
    public async Task The_demo_projects_are_found(string query)
    {
        using var client = await host.SignInAsync(query == "team_member=me" ? "tech" : "sales");

        (await client.GetFromJsonAsync<JsonElement>($"/api/projects?{query}")).GetProperty("total").GetInt32().ShouldBeInRange(1, 29);
    }

    [Fact]
    public async Task Field_technicians_work_on_their_projects_only()
    {
        using var tech = await host.SignInAsync("tech");
        using var tech2 = await host.SignInAsync("tech2");
        var mine = $"/api/projects/{DemoPeople.Project(1)}";

        using var noted = await tech.PatchAsJsonAsync(mine, new { notes = "Gutters checked" });
        noted.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var forbidden = await tech.PatchAsJsonAsync(mine, new { budget = 1 });
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var invisible = await tech2.GetAsync(mine);
        invisible.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await tech2.GetFromJsonAsync<JsonElement>("/api/projects")).GetProperty("total").GetInt32().ShouldBe(0);
    }
}
