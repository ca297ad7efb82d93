using System.Globalization;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class ScoringPolicyTests
{
    private static readonly ScoringInput Unknown = new(null, LeadStatus.New, null, null, null, null, false, false, null, 0);

    [Theory]
    [InlineData(null, 5)]
    [InlineData("0", 5)]
    [InlineData("199999.99", 5)]
    [InlineData("200000", 10)]
    [InlineData("299999.99", 10)]
    [InlineData("300000", 20)]
    [InlineData("499999.99", 20)]
    [InlineData("500000", 30)]
    [InlineData("9999999999.99", 30)]
    public void Property_value_counts_by_band(string? value, int points) =>
        Score(Unknown with { PropertyValue = Number(value) }).PropertyValue.Points.ShouldBe(points);

    [Theory]
    [InlineData("48009", 10)]
    [InlineData("48012", 10)]
    [InlineData("48025", 10)]
    [InlineData("48067", 10)]
    [InlineData("48301", 10)]
    [InlineData("48302", 10)]
    [InlineData("48304", 10)]
    [InlineData("48236", 10)]
    [InlineData("48230", 10)]
    [InlineData("48306", 10)]
    [InlineData("48309", 10)]
    [InlineData("48009-1234", 10)]
    [InlineData("480091234", 10)]
    [InlineData("48075", 7)]
    [InlineData("48084", 7)]
    [InlineData("48098", 7)]
    [InlineData("48167", 7)]
    [InlineData("48103", 7)]
    [InlineData("48105", 7)]
    [InlineData("48108", 7)]
    [InlineData("48331", 7)]
    [InlineData("48334", 7)]
    [InlineData("48335", 7)]
    [InlineData("48187", 7)]
    [InlineData("48188", 7)]
    [InlineData("48188-0001", 7)]
    [InlineData("10001", 3)]
    [InlineData("4800", 3)]
    [InlineData(null, 3)]
    public void Location_counts_by_the_first_five_of_the_zip(string? zip, int points) =>
        Score(Unknown with { ZipCode = zip }).Location.Points.ShouldBe(points);

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("299999.99", null, 0)]
    [InlineData("300000", null, 5)]
    [InlineData("499999.99", "48075", 5)]
    [InlineData("500000", null, 10)]
    [InlineData(null, "48009", 5)]
    [InlineData("300000", "48009", 10)]
    [InlineData("500000", "48009", 15)]
    public void Income_is_estimated_from_value_and_area(string? value, string? zip, int points) =>
        Score(Unknown with { PropertyValue = Number(value), ZipCode = zip }).Income.Points.ShouldBe(points);

    [Theory]
    [InlineData(LeadSource.WebsiteForm, 15, 15)]
    [InlineData(LeadSource.PhoneInquiry, 15, 15)]
    [InlineData(LeadSource.EmailInquiry, 14, 15)]
    [InlineData(LeadSource.RepeatCustomer, 14, 15)]
    [InlineData(LeadSource.Referral, 13, 15)]
    [InlineData(LeadSource.GoogleLsa, 12, 15)]
    [InlineData(LeadSource.GoogleAds, 12, 15)]
    [InlineData(LeadSource.PartnerReferral, 11, 14)]
    [InlineData(LeadSource.StormResponse, 11, 14)]
    [InlineData(LeadSource.OrganicSearch, 10, 13)]
    [InlineData(LeadSource.FacebookAds, 9, 12)]
    [InlineData(LeadSource.DoorToDoor, 6, 9)]
    public void Engagement_counts_by_source_and_by_having_advanced(LeadSource source, int early, int advanced)
    {
        foreach (var status in Enum.GetValues<LeadStatus>())
        {
            var expected = status is LeadStatus.Qualified or LeadStatus.AppointmentScheduled or LeadStatus.InspectionCompleted ? advanced : early;
            Score(Unknown with { Source = source, Status = status }).Engagement.Points.ShouldBe(expected, status.ToString());
        }
    }

    [Fact]
    public void Every_source_counts() =>
        Enum.GetValues<LeadSource>().Select(source => Score(Unknown with { Source = source }).Engagement.Points).ShouldAllBe(points => points >= 6);

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, 10)]
    [InlineData(2, 10)]
    [InlineData(3, 9)]
    [InlineData(5, 9)]
    [InlineData(6, 7)]
    [InlineData(15, 7)]
    [InlineData(16, 5)]
    [InlineData(60, 5)]
    [InlineData(61, 3)]
    [InlineData(1440, 3)]
    [InlineData(1441, 1)]
    [InlineData(int.MaxValue, 1)]
    public void The_first_response_counts_by_its_minutes(int? minutes, int points) =>
        Score(Unknown with { ResponseMinutes = minutes }).ResponseTime.Points.ShouldBe(points);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 5)]
    [InlineData(5, 7)]
    [InlineData(9, 7)]
    [InlineData(10, 10)]
    [InlineData(1000, 10)]
    public void Interactions_count_in_steps(int count, int points) =>
        Score(Unknown with { InteractionCount = count }).Interactions.Points.ShouldBe(points);

    [Theory]
    [InlineData(true, null, null, 8)]
    [InlineData(true, "15000", "500000", 8)]
    [InlineData(false, "15000", null, 6)]
    [InlineData(false, "14999.99", null, 4)]
    [InlineData(false, "8000", "500000", 4)]
    [InlineData(false, "7999.99", "500000", 3)]
    [InlineData(false, "7999.99", "299999.99", 0)]
    [InlineData(false, null, "300000", 3)]
    [InlineData(false, null, "299999.99", 0)]
    [InlineData(false, null, null, 0)]
    public void Budget_counts_confirmed_then_named_then_guessed(bool confirmed, string? min, string? value, int points) =>
        Score(Unknown with { BudgetConfirmed = confirmed, BudgetMin = Number(min), PropertyValue = Number(value) }).Budget.Points.ShouldBe(points);

    [Theory]
    [InlineData(true, 7)]
    [InlineData(false, 1)]
    public void Authority_counts_for_the_decision_maker(bool decides, int points) =>
        Score(Unknown with { IsDecisionMaker = decides }).Authority.Points.ShouldBe(points);

    [Theory]
    [InlineData(Urgency.Immediate, 5, 5)]
    [InlineData(Urgency.OneToThreeMonths, 3, 3)]
    [InlineData(Urgency.ThreeToSixMonths, 2, 1)]
    [InlineData(Urgency.Planning, 1, 0)]
    [InlineData(null, 1, 0)]
    public void Urgency_counts_as_need_and_as_timeline(Urgency? urgency, int need, int timeline)
    {
        var score = Score(Unknown with { Urgency = urgency });

        score.Need.Points.ShouldBe(need);
        score.Timeline.Points.ShouldBe(timeline);
    }

    [Fact]
    public void Bant_never_exceeds_ten() =>
        Score(Unknown with { BudgetConfirmed = true, IsDecisionMaker = true, Urgency = Urgency.Immediate }).Bant.ShouldBe(10);

    [Fact]
    public void The_best_lead_scores_one_hundred()
    {
        var best = Score(new ScoringInput(LeadSource.WebsiteForm, LeadStatus.Qualified, "48009", 500_000, Urgency.Immediate, 15_000, true, true, 2, 10));

        (best.Demographics, best.Behavioral, best.Bant, best.Total).ShouldBe((55, 35, 10, 100));
    }

    [Theory]
    [InlineData(100, Temperature.Hot)]
    [InlineData(80, Temperature.Hot)]
    [InlineData(79, Temperature.Warm)]
    [InlineData(60, Temperature.Warm)]
    [InlineData(59, Temperature.Cool)]
    [InlineData(40, Temperature.Cool)]
    [InlineData(39, Temperature.Cold)]
    [InlineData(0, Temperature.Cold)]
    public void Temperature_is_the_band_of_the_score(int score, Temperature expected) => ScoringRules.Standard.Bands.Of(score).ShouldBe(expected);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void Sentences_are_the_same_whatever_culture_the_server_has(string culture)
    {
        var lead = Unknown with { PropertyValue = 650_000, BudgetMin = 16_000, ZipCode = "48009", Source = LeadSource.OrganicSearch };
        var expected = Score(lead);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Score(lead).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        expected.PropertyValue.Reason.ShouldContain("$650,000");
    }

    private static ScoreBreakdown Score(ScoringInput lead) => ScoringPolicy.Score(lead, ScoringRules.Standard);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
