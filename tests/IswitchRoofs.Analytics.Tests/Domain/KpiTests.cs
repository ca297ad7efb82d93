using IswitchRoofs.Analytics.Domain.Kpis;
using IswitchRoofs.Analytics.Domain.Periods;

namespace IswitchRoofs.Analytics.Tests.Domain;

public sealed class KpiTests
{
    [Theory]
    [InlineData("new", 5)]
    [InlineData("contacted", 10)]
    [InlineData("qualified", 25)]
    [InlineData("appointment_scheduled", 40)]
    [InlineData("inspection_completed", 50)]
    [InlineData("quote_sent", 60)]
    [InlineData("negotiation", 75)]
    [InlineData("won", null)]
    [InlineData("lost", null)]
    [InlineData("nurture", null)]
    public void Each_open_status_has_its_chance(string status, int? percent) => Pipeline.ProbabilityOf(status).ShouldBe(percent);

    [Fact]
    public void The_pipeline_weighs_open_values_by_their_chance() =>
        Pipeline.Weighted([("new", 10_000m), ("negotiation", 20_000m), ("won", 99_000m)]).ShouldBe(15_500m);

    [Theory]
    [InlineData(1, 3, 33.33)]
    [InlineData(2, 3, 66.67)]
    [InlineData(1, 8, 12.5)]
    [InlineData(0, 5, 0.0)]
    [InlineData(0, 0, null)]
    public void Percentages_have_two_decimals_and_need_a_divisor(int part, int whole, double? percent) =>
        Ratio.Percent(part, whole).ShouldBe((decimal?)percent);

    [Theory]
    [InlineData(150, 100, 50.0)]
    [InlineData(50, 100, -50.0)]
    [InlineData(5, 0, null)]
    public void Change_compares_with_the_window_before(int now, int before, double? change) => Ratio.Change(now, before).ShouldBe((decimal?)change);

    [Fact]
    public void The_funnel_counts_how_many_ever_reached_a_step()
    {
        var steps = Funnel.Of(new Dictionary<int, int> { [0] = 40, [1] = 30, [2] = 10, [5] = 15, [6] = 5 });
        steps.Select(s => s.Count).ShouldBe([100, 60, 30, 20, 20, 20, 5]);
        steps.Select(s => s.Rate).ShouldBe([null, 60m, 50m, 66.67m, 100m, 100m, 25m]);
        steps.Select(s => s.Bottleneck).ShouldBe([null, null, null, null, null, null, "medium"]);
        Funnel.WorstOf(steps)!.Stage.ShouldBe("won");
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(49, "medium")]
    [InlineData(25, "medium")]
    [InlineData(24, "high")]
    [InlineData(0, "high")]
    public void A_step_under_a_half_is_a_bottleneck_and_under_a_quarter_a_bad_one(int contacted, string? severity) =>
        Funnel.Of(new Dictionary<int, int> { [0] = 100 - contacted, [1] = contacted })[1].Bottleneck.ShouldBe(severity);

    [Fact]
    public void An_empty_funnel_has_no_rates_and_no_bottleneck()
    {
        var steps = Funnel.Of(new Dictionary<int, int>());
        steps.ShouldAllBe(s => s.Count == 0 && s.Rate == null && s.Bottleneck == null);
        Funnel.WorstOf(steps).ShouldBeNull();
    }

    [Fact]
    public void Appointment_rates_are_count_of_total()
    {
        var rates = AppointmentRates.Of(new Dictionary<string, int> { ["completed"] = 2, ["no_show"] = 1, ["cancelled"] = 0, ["scheduled"] = 0 });
        (rates.CompletionRate, rates.NoShowRate, rates.CancellationRate).ShouldBe((66.67m, 33.33m, 0m));
        AppointmentRates.Of(new Dictionary<string, int>()).CompletionRate.ShouldBeNull();
    }

    [Theory]
    [InlineData(120, 100)]
    [InlineData(119, 100)]
    [InlineData(240, 50)]
    [InlineData(0, 100)]
    [InlineData(null, 0)]
    public void A_quick_answer_makes_for_health(int? seconds, int score) =>
        BusinessHealth.Of(seconds, null, 0, null, new Targets(), 30).Parts[0].Score.ShouldBe(score);

    [Fact]
    public void Health_weighs_four_parts_and_none_counts_for_more_than_its_target()
    {
        var targets = new Targets();
        BusinessHealth.Of(120, 25m, targets.RevenueOf(30), 45_000m, targets, 30).Score.ShouldBe(100m);
        BusinessHealth.Of(60, 50m, 99_999_999m, 90_000m, targets, 30).Score.ShouldBe(100m);
        BusinessHealth.Of(null, null, 0, null, targets, 30).Score.ShouldBe(0m);
        BusinessHealth.Of(240, 12.5m, targets.RevenueOf(30) / 2, 22_500m, targets, 30).Score.ShouldBe(50m);
    }

    [Fact]
    public void The_median_response_is_found_in_its_class()
    {
        ResponseTimes.Median(new Dictionary<long, int>()).ShouldBeNull();
        ResponseTimes.Median(new Dictionary<long, int> { [10] = 1, [600] = 1, [3_600] = 1 }).ShouldBe(600);
        ResponseTimes.Median(new Dictionary<long, int> { [10] = 2, [600] = 2 }).ShouldBe(10);
        ResponseTimes.Within(new Dictionary<long, int> { [120] = 3, [130] = 5 }, 120).ShouldBe(3);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0.4, 10)]
    [InlineData(120, 120)]
    [InlineData(120.1, 130)]
    [InlineData(600, 600)]
    [InlineData(601, 660)]
    [InlineData(86_400, 86_400)]
    [InlineData(86_401, 90_000)]
    public void Responses_fall_into_classes(double seconds, long bucket) => ResponseTimes.BucketOf(seconds).ShouldBe(bucket);

    [Theory]
    [InlineData("today", "2027-07-01", "2027-06-30", "2027-06-30")]
    [InlineData("7d", "2027-06-25", "2027-06-18", "2027-06-24")]
    [InlineData("30d", "2027-06-02", "2027-05-03", "2027-06-01")]
    [InlineData("month", "2027-07-01", "2027-06-30", "2027-06-30")]
    [InlineData("quarter", "2027-07-01", "2027-06-30", "2027-06-30")]
    [InlineData("year", "2027-01-01", "2026-07-03", "2026-12-31")]
    public void A_period_compares_with_as_many_days_before_it(string name, string from, string previousFrom, string previousTo)
    {
        var period = ReportPeriod.Named(name, new DateOnly(2027, 7, 1))!;
        (period.From, period.To).ShouldBe((Day(from), new DateOnly(2027, 7, 1)));
        (period.PreviousFrom, period.PreviousTo).ShouldBe((Day(previousFrom), Day(previousTo)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
