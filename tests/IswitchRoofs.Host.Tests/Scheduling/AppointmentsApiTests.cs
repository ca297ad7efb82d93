using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Tests.Scheduling;

[Collection(HostFixture.Shared)]
public sealed class AppointmentsApiTests(HostFixture host)
{
    // A Monday in winter, 10:00 in Detroit; each test takes a week of its own.
    private static readonly DateTimeOffset Monday = NextMonday();

    [Fact]
    public async Task A_booking_is_created_read_listed_and_cancelled()
    {
        using var sales = await host.SignInAsync("sales");
        using var created = await sales.PostAsJsonAsync("/api/appointments", Body(Monday));
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var booked = await created.Content.ReadFromJsonAsync<JsonElement>();
        var url = created.Headers.Location!.ToString();
        url.ShouldBe($"/api/appointments/{booked.GetProperty("id").GetString()}");
        booked.GetProperty("duration_minutes").GetInt32().ShouldBe(60);
        booked.GetProperty("status").GetString().ShouldBe("scheduled");
        booked.GetProperty("customer_name").GetString().ShouldBe(DemoPeople.CustomerName(1));

        using var read = await sales.GetAsync(url);
        (await read.Content.ReadAsStringAsync()).ShouldBe(await created.Content.ReadAsStringAsync());
        read.Headers.ETag.ShouldBe(created.Headers.ETag);

        var list = await sales.GetFromJsonAsync<JsonElement>($"/api/appointments?from={Day(Monday)}&to={Day(Monday)}&assigned_to={DemoPeople.Sales}&status=scheduled,confirmed&appointment_type=estimate");
        list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()).ShouldContain(booked.GetProperty("id").GetString());

        using var stale = new HttpRequestMessage(HttpMethod.Post, $"{url}/cancel") { Content = JsonContent.Create(new { reason = "Rain" }) };
        stale.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var refused = await sales.SendAsync(stale);
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        using var silent = await sales.PostAsJsonAsync($"{url}/cancel", new { });
        silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var cancelled = await sales.PostAsJsonAsync($"{url}/cancel", new { reason = "Rain" });
        (await cancelled.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_taken_time_names_the_clash_and_three_free_slots()
    {
        using var sales = await host.SignInAsync("sales");
        var at = Monday.AddDays(7);
        using var first = await sales.PostAsJsonAsync("/api/appointments", Body(at));
        using var second = await sales.PostAsJsonAsync("/api/appointments", Body(at.AddMinutes(30)));
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await second.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("appointments.double_booked");
        problem.GetProperty("clash").GetProperty("id").GetString().ShouldBe((await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        problem.GetProperty("free_slots").GetArrayLength().ShouldBe(3);

        var offered = problem.GetProperty("free_slots")[0].GetProperty("starts_at").GetDateTimeOffset();
        using var third = await sales.PostAsJsonAsync("/api/appointments", Body(offered));
        third.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_two_parallel_bookings_exactly_one_wins()
    {
        const int Pairs = 60;
        using var sales = await host.SignInAsync("sales");
        for (var pair = 0; pair < Pairs; pair++)
        {
            var at = Monday.AddDays(14 + (7 * (pair / 15)) + (pair / 3 % 5)).AddHours(-1 + (pair % 3 * 3));
            var answers = await Task.WhenAll(sales.PostAsJsonAsync("/api/appointments", Body(at, DemoPeople.Sales2)), sales.PostAsJsonAsync("/api/appointments", Body(at, DemoPeople.Sales2)));
            answers.Select(a => (int)a.StatusCode).Order().ToArray().ShouldBe([201, 409], $"pair {pair}");
            var lost = await answers.Single(a => a.StatusCode == HttpStatusCode.Conflict).Content.ReadFromJsonAsync<JsonElement>();
            lost.GetProperty("clash").GetProperty("id").ValueKind.ShouldBe(JsonValueKind.String);
            lost.GetProperty("free_slots").GetArrayLength().ShouldBe(3);
            foreach (var answer in answers) answer.Dispose();
        }
    }

    [Fact]
    public async Task A_repeated_booking_with_its_key_is_the_same_booking()
    {
        using var sales = await host.SignInAsync("sales");
        var at = Monday.AddDays(70);
        var ids = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/appointments") { Content = JsonContent.Create(Body(at)) };
            request.Headers.Add("Idempotency-Key", "booking-70");
            using var answer = await sales.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
            ids.Add((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        }

        ids[1].ShouldBe(ids[0]);
    }

    [Theory]
    [InlineData("/api/appointments?bogus=1", "bogus")]
    [InlineData("/api/appointments?status=maybe", "status")]
    [InlineData("/api/appointments?per_page=100000", "per_page")]
    [InlineData("/api/appointments?from=soon", "from")]
    [InlineData("/api/appointments/availability?assigned_to=x", "assigned_to")]
    [InlineData("/api/appointments/availability", "date")]
    public async Task A_query_that_makes_no_sense_is_refused_by_name(string url, string field)
    {
        using var sales = await host.SignInAsync("sales");
        using var answer = await sales.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_technician_sees_and_works_only_own_appointments()
    {
        using var sales = await host.SignInAsync("sales");
        using var tech = await host.SignInAsync("tech");
        using var own = await sales.PostAsJsonAsync("/api/appointments", Body(Monday.AddDays(77), DemoPeople.Tech));
        using var foreign = await sales.PostAsJsonAsync("/api/appointments", Body(Monday.AddDays(77), DemoPeople.Sales));
        using var seen = await tech.GetAsync(own.Headers.Location);
        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var hidden = await tech.GetAsync(foreign.Headers.Location);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var confirmed = await tech.PostAsync($"{own.Headers.Location}/confirm", null);
        (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().ShouldBe("confirmed");
        using var forbidden = await tech.PostAsJsonAsync("/api/appointments", Body(Monday.AddDays(78), DemoPeople.Tech));
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var outside = await sales.PostAsJsonAsync("/api/appointments", new { appointment_type = "estimate", title = "Sunday", customer_id = DemoPeople.Customer(1), assigned_to = DemoPeople.Sales, starts_at = Monday.AddDays(76), outside_hours = true });
        outside.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static object Body(DateTimeOffset at, Guid? person = null) => new
    {
        appointment_type = "estimate",
        title = "Measure and estimate",
        customer_id = DemoPeople.Customer(1),
        assigned_to = person ?? DemoPeople.Sales,
        starts_at = at,
    };

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset NextMonday()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Detroit");
        var day = DateTime.SpecifyKind(DateTime.UtcNow.Date.AddDays(60), DateTimeKind.Unspecified);
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        var wall = day.AddHours(10);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
