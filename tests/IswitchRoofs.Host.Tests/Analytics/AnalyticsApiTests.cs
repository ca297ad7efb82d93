using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Analytics;

[Collection(HostFixture.Shared)]
public sealed class AnalyticsApiTests(HostFixture host)
{
    [Fact]
    public async Task A_created_lead_is_on_the_dashboard_within_seconds()
    {
        using var sales = await host.SignInAsync("sales");
        var before = await TodayAsync(sales);
        using var created = await sales.PostAsJsonAsync("/api/leads?allow_duplicate=true", new
        {
            first_name = "Dash", last_name = "Board", phone = "(248) 555-0177", email = "dash.board@example.com", source = "website_form",
            zip_code = "48009", property_value = 650_000, urgency = "immediate", project_type = "full_replacement",
        });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var deadline = TimeProvider.System.GetTimestamp();
        while (await TodayAsync(sales) == before)
        {
            TimeProvider.System.GetElapsedTime(deadline).ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(50);
        }

        (await TodayAsync(sales)).ShouldBeGreaterThan(before);
    }

    [Theory]
    [InlineData("today")]
    [InlineData("7d")]
    [InlineData("30d")]
    [InlineData("month")]
    [InlineData("quarter")]
    [InlineData("year")]
    public async Task Every_period_has_a_dashboard(string period)
    {
        using var manager = await host.SignInAsync("manager");
        var dashboard = await manager.GetFromJsonAsync<JsonElement>($"/api/analytics/dashboard?period={period}");
        dashboard.GetProperty("period").GetProperty("name").GetString().ShouldBe(period);
        dashboard.GetProperty("leads").GetProperty("by_temperature").GetArrayLength().ShouldBe(4);
        dashboard.GetProperty("revenue").GetProperty("by_month").GetArrayLength().ShouldBe(12);
        dashboard.GetProperty("funnel").GetProperty("steps").GetArrayLength().ShouldBe(7);
        dashboard.GetProperty("health").GetProperty("parts").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task Only_those_who_may_see_figures_and_only_admins_rebuild_them()
    {
        using var tech = await host.SignInAsync("tech");
        using var sales = await host.SignInAsync("sales");
        using var admin = await host.SignInAsync("admin");
        using var hidden = await tech.GetAsync("/api/analytics/dashboard");
        hidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var forbidden = await sales.PostAsync("/api/analytics/events/rebuild", null);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var accepted = await admin.PostAsync("/api/analytics/events/rebuild", null);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var started = TimeProvider.System.GetTimestamp();
        JsonElement state;
        do
        {
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
            await Task.Delay(100);
            state = await admin.GetFromJsonAsync<JsonElement>("/api/analytics/events/rebuild");
        }
        while (state.GetProperty("is_running").GetBoolean());
        state.GetProperty("last").GetProperty("status").GetString().ShouldBe("done");
        state.GetProperty("last").GetProperty("facts_changed").GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/analytics/dashboard?period=fortnight", "period")]
    [InlineData("/api/analytics/dashboard?from=2026-01-01", "to")]
    [InlineData("/api/analytics/dashboard?when=now", "when")]
    public async Task A_period_that_makes_no_sense_is_refused_by_name(string url, string field)
    {
        using var manager = await host.SignInAsync("manager");
        using var answer = await manager.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    private static async Task<int> TodayAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/analytics/dashboard?period=today")).GetProperty("today").GetProperty("new_leads").GetInt32();
}
