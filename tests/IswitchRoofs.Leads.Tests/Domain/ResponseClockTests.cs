using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Domain.Response;

namespace IswitchRoofs.Leads.Tests.Domain;

/// <summary>R1 and R2: which time counts, when an answer is due, and what is stored of it. The company is in Detroit, UTC-4 in June.</summary>
public sealed class ResponseClockTests
{
    private static readonly TimeZoneInfo Detroit = TimeZoneInfo.FindSystemTimeZoneById("America/Detroit");
    private static readonly Actor Sam = new(Guid.CreateVersion7(), "Sam");

    [Theory]
    [InlineData("2026-06-15 10:00", Temperature.Hot, "2026-06-15 10:02")]
    [InlineData("2026-06-15 10:00", Temperature.Warm, "2026-06-15 10:05")]
    [InlineData("2026-06-15 10:00", Temperature.Cool, "2026-06-15 12:00")]
    [InlineData("2026-06-15 10:00", Temperature.Cold, "2026-06-15 18:00")]
    [InlineData("2026-06-15 10:01", Temperature.Cold, "2026-06-16 08:01")]
    [InlineData("2026-06-15 17:59", Temperature.Hot, "2026-06-16 08:01")]
    [InlineData("2026-06-15 03:00", Temperature.Hot, "2026-06-15 08:02")]
    [InlineData("2026-06-20 13:58", Temperature.Hot, "2026-06-20 14:00")]
    [InlineData("2026-06-20 14:00", Temperature.Hot, "2026-06-22 08:02")]
    [InlineData("2026-06-21 12:00", Temperature.Warm, "2026-06-22 08:05")]
    [InlineData("2026-07-02 17:00", Temperature.Cool, "2026-07-04 10:00")]
    public void An_answer_is_due_after_the_target_in_business_hours(string cameIn, Temperature temperature, string due)
    {
        Clock(holidays: ["2026-07-03"]).DueAt(At(cameIn), temperature).ShouldBe(At(due));
    }

    [Theory]
    [InlineData("2026-03-07 13:59", "2026-03-09 08:01")]
    [InlineData("2026-10-31 13:59", "2026-11-02 08:01")]
    public void Opening_hours_stay_when_the_clocks_change(string cameIn, string due) => Clock().DueAt(At(cameIn), Temperature.Hot).ShouldBe(At(due));

    [Fact]
    public void In_a_storm_every_minute_counts_and_still_does_after_it()
    {
        var running = Clock(storms: [new StormPeriod(At("2026-06-20 20:00"), null)]);
        running.DueAt(At("2026-06-20 23:00"), Temperature.Hot).ShouldBe(At("2026-06-20 23:02"));
        running.Runs(At("2026-06-21 03:00")).ShouldBeTrue();

        var over = Clock(storms: [new StormPeriod(At("2026-06-20 20:00"), At("2026-06-20 23:01"))]);
        over.DueAt(At("2026-06-20 23:00"), Temperature.Hot).ShouldBe(At("2026-06-22 08:01"));
        over.Took(At("2026-06-20 22:00"), At("2026-06-21 10:00")).ShouldBe(TimeSpan.FromMinutes(61));
        over.Runs(At("2026-06-21 03:00")).ShouldBeFalse();
    }

    [Fact]
    public void A_storm_within_opening_hours_counts_no_minute_twice()
    {
        var clock = Clock(storms: [new StormPeriod(At("2026-06-15 09:00"), At("2026-06-15 19:00"))]);

        clock.Took(At("2026-06-15 08:00"), At("2026-06-15 20:00")).ShouldBe(TimeSpan.FromHours(11));
        clock.DueAt(At("2026-06-15 10:59"), Temperature.Cold).ShouldBe(At("2026-06-15 18:59"));
    }

    [Theory]
    [InlineData("2026-06-15 10:02", "2026-06-15 10:00")]
    [InlineData("2026-06-15 08:00", "2026-06-13 13:58")]
    [InlineData("2026-06-15 08:02", "2026-06-15 08:00")]
    [InlineData("2026-06-14 20:00", "2026-06-13 13:58")]
    public void Who_came_in_until_then_is_the_deadline_the_other_way_round(string now, string cameIn)
    {
        var clock = Clock();

        clock.CameInUntil(At(now), Temperature.Hot).ShouldBe(At(cameIn));
        clock.DueAt(At(cameIn), Temperature.Hot).ShouldBeLessThanOrEqualTo(At(now));
        clock.DueAt(At(cameIn).AddSeconds(1), Temperature.Hot).ShouldBeGreaterThan(At(now));
    }

    [Fact]
    public void The_two_ways_round_agree_at_any_minute_of_a_fortnight()
    {
        var clock = Clock(holidays: ["2026-03-10"], storms: [new StormPeriod(At("2026-03-07 16:00"), At("2026-03-08 04:30"))]);
        for (var now = At("2026-03-03 00:00"); now < At("2026-03-17 00:00"); now = now.AddMinutes(37))
            foreach (var temperature in Enum.GetValues<Temperature>())
            {
                var latest = clock.CameInUntil(now, temperature, 1.5);
                clock.DueAt(latest, temperature, 1.5).ShouldBeLessThanOrEqualTo(now);
                clock.DueAt(latest.AddSeconds(1), temperature, 1.5).ShouldBeGreaterThan(now);
            }
    }

    [Fact]
    public void The_answer_is_stored_in_business_time_with_the_target_it_had()
    {
        var lead = Captured(At("2026-06-20 13:59"));

        lead.HearOf(Call(At("2026-06-22 08:00").AddSeconds(31)), Clock(), ScoringRules.Standard, Sam, At("2026-06-22 08:01"));

        (lead.ResponseSeconds, lead.ResponseMinutes, lead.ResponseTargetSeconds).ShouldBe((91, 2, 120));
        lead.Score.ShouldBe(93);
        lead.IsWaiting.ShouldBeFalse();
    }

    [Fact]
    public void An_answer_at_night_took_no_time()
    {
        var lead = Captured(At("2026-06-20 22:00"));

        lead.HearOf(Call(At("2026-06-20 23:00")), Clock(), ScoringRules.Standard, Sam, At("2026-06-20 23:00"));

        (lead.ResponseSeconds, lead.ResponseMinutes).ShouldBe((0, 0));
    }

    [Fact]
    public void Switching_storm_mode_twice_begins_one_storm_and_the_last_fifty_are_kept()
    {
        var rules = ResponseRules.Begin();
        var now = At("2026-06-15 10:00");
        for (var i = 0; i < 60; i++)
        {
            rules.SetStormMode(true, now = now.AddHours(1));
            rules.SetStormMode(true, now.AddMinutes(1));
            rules.StormSince.ShouldBe(now);
            rules.SetStormMode(false, now.AddMinutes(30));
            rules.SetStormMode(false, now.AddMinutes(40));
            rules.StormSince.ShouldBeNull();
        }

        rules.Storms.Count.ShouldBe(50);
        StormPeriod.Parse(rules.Storms[^1]).ShouldBe(new StormPeriod(now, now.AddMinutes(30)));
    }

    private static ResponseClock Clock(string[]? holidays = null, StormPeriod[]? storms = null) =>
        new(ResponseTargets.Standard, new CompanyTime(Detroit, CompanyTime.StandardHours, holidays ?? [], storms ?? []));

    private static DateTimeOffset At(string wall)
    {
        var time = DateTime.ParseExact(wall, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Detroit.GetUtcOffset(time)).ToUniversalTime();
    }

    private static LoggedInteraction Call(DateTimeOffset at) => new("phone_call", "outbound", "successful", at, ByPerson: true);

    private static Lead Captured(DateTimeOffset at) => Lead.Capture(
        new LeadFacts
        {
            FirstName = "Ann", LastName = "Lee", Source = LeadSource.WebsiteForm, Phone = "+12485550142", ZipCode = "48009", PropertyValue = 650_000, Urgency = Urgency.Immediate,
        }, ScoringRules.Standard, Sam, at);
}
