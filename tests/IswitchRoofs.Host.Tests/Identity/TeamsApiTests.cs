using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Identity;

[Collection(HostFixture.Shared)]
public sealed class TeamsApiTests(HostFixture host)
{
    [Fact]
    public async Task A_manager_makes_changes_deletes_and_restores_teams_of_their_own_only()
    {
        using var manager = await host.SignInAsync("manager");
        using var admin = await host.SignInAsync("admin");
        using var sales = await host.SignInAsync("sales");
        var name = $"Team {Guid.CreateVersion7():N}";
        using var created = await manager.PostAsJsonAsync("/api/teams", new { name, territories = new[] { "48374" }, skills = new[] { "sales" } });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await ReadAsync(created)).GetProperty("id").GetGuid();

        (await StatusAsync(sales.DeleteAsync($"/api/teams/{id}"))).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(manager.PutAsync($"/api/teams/{id}/members/{DemoPeople.Tech2}", null))).ShouldBe(HttpStatusCode.OK);
        using var load = await sales.GetAsync($"/api/teams/{id}/workload");
        (await ReadAsync(load)).GetProperty("members")[0].GetProperty("user_id").GetGuid().ShouldBe(DemoPeople.Tech2);
        (await StatusAsync(manager.DeleteAsync($"/api/teams/{id}/members/{DemoPeople.Tech2}"))).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(manager.DeleteAsync($"/api/teams/{id}"))).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(manager.GetAsync($"/api/teams/{id}"))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(manager.PostAsync($"/api/teams/{id}/restore", null))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(admin.DeleteAsync($"/api/teams/{id}"))).ShouldBe(HttpStatusCode.NoContent);

        using var others = await admin.PostAsJsonAsync("/api/teams", new { name = name + "2", manager_id = DemoPeople.Admin });
        var foreign = (await ReadAsync(others)).GetProperty("id").GetGuid();
        using var refused = await manager.DeleteAsync($"/api/teams/{foreign}");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ReadAsync(refused)).GetProperty("code").GetString().ShouldBe("teams.not_yours");
        (await StatusAsync(admin.DeleteAsync($"/api/teams/{foreign}"))).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Working_time_narrows_the_free_slots_within_a_moment()
    {
        using var tech = await host.SignInAsync("tech2");
        using var other = await host.SignInAsync("tech");
        using var sales = await host.SignInAsync("sales2");
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(300);
        while (day.DayOfWeek != DayOfWeek.Wednesday) day = day.AddDays(1);
        (await SlotsAsync()).ShouldBeGreaterThan(20);

        var hours = new { state = "available", working_hours = new[] { new { weekday = "wednesday", from = "10:00", to = "12:00" } } };
        (await StatusAsync(other.PutAsJsonAsync($"/api/availability/{DemoPeople.Tech2}", hours))).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(sales.PutAsJsonAsync($"/api/availability/{DemoPeople.Tech2}", hours))).ShouldBe(HttpStatusCode.Forbidden);
        using var saved = await tech.PutAsJsonAsync($"/api/availability/{DemoPeople.Tech2}", hours);
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        saved.Headers.ETag.ShouldNotBeNull();
        await Eventually.HoldsAsync(async () => await SlotsAsync() == 5, "an hour fits five times between ten and noon");

        using var taken = await tech.PostAsJsonAsync($"/api/availability/{DemoPeople.Tech2}/time-off", new { starts_on = day, reason = "Fishing" });
        taken.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Eventually.HoldsAsync(async () => await SlotsAsync() == 0, "nobody is booked on a day off");

        (await StatusAsync(tech.DeleteAsync(taken.Headers.Location))).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(tech.PutAsJsonAsync($"/api/availability/{DemoPeople.Tech2}", new { state = "available" }))).ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(async () => await SlotsAsync() > 20, "the company's hours hold again");

        async Task<int> SlotsAsync()
        {
            using var answer = await tech.GetAsync($"/api/appointments/availability?assigned_to={DemoPeople.Tech2}&date={day:yyyy-MM-dd}&duration_minutes=60");
            return (await ReadAsync(answer)).GetProperty("slots").GetArrayLength();
        }
    }

    [Fact]
    public async Task Business_hours_and_holidays_hold_for_booking_within_a_moment()
    {
        using var admin = await host.SignInAsync("admin");
        using var manager = await host.SignInAsync("manager");
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(700);
        while (day.DayOfWeek != DayOfWeek.Thursday) day = day.AddDays(1);
        (await StatusAsync(manager.GetAsync("/api/settings/hours"))).ShouldBe(HttpStatusCode.Forbidden);
        using var read = await admin.GetAsync("/api/settings/hours");
        var before = await ReadAsync(read);
        before.GetProperty("business_hours").GetArrayLength().ShouldBe(6);
        (await SlotsAsync()).ShouldBeGreaterThan(20);

        using var refused = await admin.PutAsJsonAsync("/api/settings/hours", new { business_hours = Array.Empty<object>(), holidays = new[] { new { date = day }, new { date = day } } });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync(refused)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["business_hours", "holidays[1].date"], ignoreOrder: true);

        var hours = before.GetProperty("business_hours");
        (await StatusAsync(admin.PutAsJsonAsync("/api/settings/hours", new { business_hours = hours, holidays = new[] { new { date = day, name = "Inventory" } } }))).ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(async () => await SlotsAsync() == 0, "nothing is booked on a holiday");
        (await StatusAsync(admin.PutAsJsonAsync("/api/settings/hours", new { business_hours = hours }))).ShouldBe(HttpStatusCode.OK);
        await Eventually.HoldsAsync(async () => await SlotsAsync() > 20, "the day is open again");

        async Task<int> SlotsAsync()
        {
            using var answer = await manager.GetAsync($"/api/appointments/availability?assigned_to={DemoPeople.Manager}&date={day:yyyy-MM-dd}&duration_minutes=60");
            return (await ReadAsync(answer)).GetProperty("slots").GetArrayLength();
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        return JsonDocument.Parse(body).RootElement;
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return answer.StatusCode;
    }
}
