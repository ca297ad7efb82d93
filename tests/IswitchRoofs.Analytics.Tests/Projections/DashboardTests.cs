using IswitchRoofs.Analytics.Application.Dashboards;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using static IswitchRoofs.Analytics.Tests.Scenario;

namespace IswitchRoofs.Analytics.Tests.Projections;

public sealed class DashboardTests
{
    [Fact]
    public async Task A_dashboard_counts_what_happened()
    {
        await using var scenario = await StartAsync();
        var (won, open) = (Uuid.New(Now), Uuid.New(Now));
        await scenario.TellAsync(
            ALead(won, Now.AddDays(-10), "referral"), Moved(won, "contacted", Now.AddDays(-10).AddSeconds(90)), Moved(won, "won", Now.AddDays(-2)),
            ALead(open, Now.AddHours(-2), temperature: "hot", score: 90, value: 20_000m), Moved(open, "qualified", Now.AddHours(-1)),
            ALead(at: Now.AddDays(-45)),
            AProject("completed", new DateOnly(2027, 6, 20), 40_000m), AProject("paid", new DateOnly(2027, 5, 10), 10_000m),
            AProject("in_progress", end: new DateOnly(2027, 6, 30), budget: 10m, cost: 11m), AProject("planning"),
            AnAppointment(Now.AddHours(2), "scheduled"), AnAppointment(Now.AddDays(-3), "completed"), AnAppointment(Now.AddDays(-4), "no_show"), AnAppointment(Now.AddDays(-40), "completed"));

        var dashboard = await scenario.DashboardAsync("30d");
        dashboard.Today.ShouldBe(new TodayFigures(1, 1, 1, 3600, 1, 1, 1, 1));
        dashboard.Leads.Total.ShouldBe(new Figure(2, 1, 100m));
        dashboard.Leads.BySource.ShouldBe([new SourceFigure("referral", 1, new ShareFigure(1, 1, 100m, true)), new SourceFigure("website_form", 1, new ShareFigure(0, 1, 0m, true))]);
        dashboard.Leads.ByTemperature.Select(t => (t.Name, t.Count)).ShouldBe([("hot", 1), ("warm", 1), ("cool", 0), ("cold", 0)]);
        dashboard.Leads.MedianResponseSeconds.Value.ShouldBe(90);
        dashboard.Leads.WithinTarget.ShouldBe(new ShareFigure(1, 2, 50m, true));
        dashboard.Revenue.Won.ShouldBe(new Figure(40_000m, 10_000m, 300m));
        dashboard.Revenue.MeanDeal.Value.ShouldBe(40_000m);
        dashboard.Revenue.Pipeline.ShouldBe(20_000m);
        dashboard.Revenue.PipelineWeighted.ShouldBe(5_000m);
        dashboard.Revenue.ByMonth.Count.ShouldBe(12);
        dashboard.Revenue.ByMonth[^2].Revenue.ShouldBe(40_000m);
        dashboard.Revenue.ByMonth[^1].Month.ShouldBe("2027-07");
        dashboard.Conversion.Current.ShouldBe(new ShareFigure(1, 2, 50m, true));
        dashboard.Conversion.MeanDaysToWin.ShouldBe(8m);
        dashboard.Funnel.Steps.Select(s => s.Count).ShouldBe([2, 2, 2, 1, 1, 1, 1]);
        dashboard.Operations.CompletionRate.ShouldBe(33.33m);
        dashboard.Operations.Appointments.ShouldBe(3);
        dashboard.Health.Parts.Select(p => p.Name).ShouldBe(["response", "conversion", "revenue", "deal"]);
    }

    [Fact]
    public async Task A_dashboard_of_nothing_divides_by_nothing()
    {
        await using var scenario = await StartAsync();
        foreach (var period in new[] { "today", "7d", "30d", "month", "quarter", "year" })
        {
            var dashboard = await scenario.DashboardAsync(period);
            dashboard.Leads.Total.ShouldBe(new Figure(0, 0, null));
            dashboard.Conversion.Current.Percent.ShouldBeNull();
            dashboard.Health.Score.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_new_lead_is_on_the_cached_dashboard_once_it_is_counted()
    {
        await using var scenario = await StartAsync();
        (await scenario.DashboardAsync("today")).Today.NewLeads.ShouldBe(0);
        await scenario.TellAsync(ALead());
        (await scenario.DashboardAsync("today")).Today.NewLeads.ShouldBe(1);
    }

    [Fact]
    public async Task Days_are_the_companys()
    {
        await using var scenario = await StartAsync();

        // 03:59 UTC is still yesterday in Detroit.
        await scenario.TellAsync(ALead(at: new DateTimeOffset(2027, 7, 1, 3, 59, 0, TimeSpan.Zero)), ALead(at: new DateTimeOffset(2027, 7, 1, 4, 0, 0, TimeSpan.Zero)));
        (await scenario.DashboardAsync("today")).Leads.Total.ShouldBe(new Figure(1, 1, 0m));
    }

    [Theory]
    [InlineData("fortnight", null, null, "period")]
    [InlineData("7d", "2027-01-01", "2027-02-01", "period")]
    [InlineData(null, "2027-02-01", "2027-01-01", "to")]
    [InlineData(null, "2027-02-01", null, "to")]
    [InlineData(null, "2019-02-01", "2027-02-01", "to")]
    public async Task A_period_that_makes_no_sense_is_refused(string? period, string? from, string? to, string field)
    {
        await using var scenario = await StartAsync();
        DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var refused = await scenario.RunAsync<GetDashboardHandler, Result<Dashboard>>(h => h.HandleAsync(new GetDashboard(period, Day(from), Day(to)), default));
        refused.Error!.Fields.Keys.ShouldBe([field]);
    }
}
