using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Domain.Response;

namespace IswitchRoofs.Leads.Tests.Domain;

/// <summary>What a logged interaction does to a lead: R2, L2, S6, S7.</summary>
public sealed class LoggedInteractionTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private static readonly Actor Sam = new(Guid.CreateVersion7(), "Sam");

    [Theory]
    [InlineData("phone_call", "outbound", "no_answer", true)]
    [InlineData("phone_call", "outbound", null, true)]
    [InlineData("email", "outbound", null, true)]
    [InlineData("sms", "outbound", null, true)]
    [InlineData("voicemail", "outbound", "left_voicemail", true)]
    [InlineData("social_media", "outbound", null, true)]
    [InlineData("in_person_meeting", "inbound", null, true)]
    [InlineData("video_call", "inbound", null, true)]
    [InlineData("site_visit", "inbound", null, true)]
    [InlineData("live_chat", "inbound", null, true)]
    [InlineData("phone_call", "inbound", "successful", true)]
    [InlineData("phone_call", "inbound", "scheduled_appointment", true)]
    [InlineData("phone_call", "inbound", null, false)]
    [InlineData("phone_call", "inbound", "no_answer", false)]
    [InlineData("voicemail", "inbound", null, false)]
    [InlineData("email", "inbound", "successful", false)]
    [InlineData("sms", "inbound", null, false)]
    [InlineData("note", "internal", null, false)]
    [InlineData("note", "outbound", null, false)]
    [InlineData("in_person_meeting", "internal", null, false)]
    public void An_outbound_or_two_way_contact_answers_the_lead(string type, string direction, string? outcome, bool answers)
    {
        new LoggedInteraction(type, direction, outcome, Now, ByPerson: true).AnswersLead.ShouldBe(answers);
        new LoggedInteraction(type, direction, outcome, Now, ByPerson: false).AnswersLead.ShouldBeFalse();
    }

    [Fact]
    public void A_call_within_two_minutes_makes_81_a_93_and_says_why()
    {
        var lead = Captured();

        lead.HearOf(Call(Now.AddSeconds(90)), ResponseClock.AroundTheClock, ScoringRules.Standard, Sam, Now.AddSeconds(95));

        lead.ShouldSatisfyAllConditions(
            l => l.Score.ShouldBe(93), l => l.Status.ShouldBe(LeadStatus.Contacted), l => l.ResponseMinutes.ShouldBe(2),
            l => l.FirstResponseAt.ShouldBe(Now.AddSeconds(90)), l => l.InteractionCount.ShouldBe(1), l => l.LastContactAt.ShouldBe(Now.AddSeconds(90)));
        lead.History.Select(h => (h.Kind, h.From, h.To, h.Reason)).ShouldBe(
            [(LeadHistoryKind.Score, "81", "93", "Logged: phone call"), (LeadHistoryKind.Status, "new", "contacted", null)]);
        lead.History.ShouldAllBe(h => h.ActorName == "Sam");
    }

    [Theory]
    [InlineData(-60, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(120, 2)]
    [InlineData(121, 3)]
    public void A_begun_minute_counts(int seconds, int minutes)
    {
        var lead = Captured();

        lead.HearOf(Call(Now.AddSeconds(seconds)), ResponseClock.AroundTheClock, ScoringRules.Standard, Sam, Now.AddHours(1));

        lead.ResponseMinutes.ShouldBe(minutes);
    }

    [Fact]
    public void The_first_response_is_stored_once_and_later_contacts_only_count()
    {
        var lead = Captured();
        lead.HearOf(Call(Now.AddMinutes(10)), ResponseClock.AroundTheClock, ScoringRules.Standard, Sam, Now.AddMinutes(10));

        lead.HearOf(Call(Now.AddMinutes(1)), ResponseClock.AroundTheClock, ScoringRules.Standard, Sam, Now.AddMinutes(20));

        (lead.ResponseMinutes, lead.InteractionCount, lead.LastContactAt).ShouldBe((10, 2, Now.AddMinutes(10)));
    }

    [Fact]
    public void A_note_is_counted_but_the_clock_runs_on()
    {
        var lead = Captured();

        lead.HearOf(new LoggedInteraction("note", "internal", null, Now, ByPerson: true), ResponseClock.AroundTheClock, ScoringRules.Standard, Sam, Now);

        lead.ShouldSatisfyAllConditions(
            l => l.Status.ShouldBe(LeadStatus.New), l => l.FirstResponseAt.ShouldBeNull(), l => l.LastContactAt.ShouldBeNull(), l => l.InteractionCount.ShouldBe(1), l => l.Score.ShouldBe(84));
    }

    [Fact]
    public void A_deleted_interaction_is_counted_out_again()
    {
        var lead = Captured();
        lead.HearOf(Call(Now), ResponseClock.AroundTheClock, ScoringRules.Standard, Sam, Now);

        lead.CountInteraction(-1, "Interaction deleted", ScoringRules.Standard, Sam, Now);
        lead.CountInteraction(-1, "Interaction deleted", ScoringRules.Standard, Sam, Now);

        (lead.InteractionCount, lead.Score).ShouldBe((0, 90));
    }

    [Fact]
    public void Contact_leaves_a_lead_where_somebody_moved_it()
    {
        var lead = Captured();
        lead.MoveTo(LeadStatus.Lost, "no budget", ScoringRules.Standard, Sam, Now);

        lead.HearOf(Call(Now), ResponseClock.AroundTheClock, ScoringRules.Standard, Sam, Now);

        lead.Status.ShouldBe(LeadStatus.Lost);
    }

    private static LoggedInteraction Call(DateTimeOffset at) => new("phone_call", "outbound", "successful", at, ByPerson: true);

    private static Lead Captured() => Lead.Capture(
        new LeadFacts
        {
            FirstName = "Ann", LastName = "Lee", Source = LeadSource.WebsiteForm, Phone = "+12485550142", ZipCode = "48009", PropertyValue = 650_000, Urgency = Urgency.Immediate,
        }, ScoringRules.Standard, Sam, Now);
}
