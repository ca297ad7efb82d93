using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;

namespace IswitchRoofs.Leads.Tests.Domain;

public sealed class LeadTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private static readonly Actor Sam = new(Guid.CreateVersion7(), "Sam");

    private static readonly LeadFacts Ann = new()
    {
        FirstName = "Ann",
        LastName = "Lee",
        Source = LeadSource.WebsiteForm,
        Phone = "+12485550142",
        ZipCode = "48009",
        PropertyValue = 650_000,
        Urgency = Urgency.Immediate,
    };

    private static readonly LeadStatus[] Open =
    [
        LeadStatus.New, LeadStatus.Contacted, LeadStatus.Qualified, LeadStatus.AppointmentScheduled, LeadStatus.InspectionCompleted,
        LeadStatus.QuoteSent, LeadStatus.Negotiation,
    ];

    [Fact]
    public void A_captured_lead_is_new_scored_and_announced_once()
    {
        var lead = Captured();

        lead.ShouldSatisfyAllConditions(
            l => l.Status.ShouldBe(LeadStatus.New), l => l.Score.ShouldBe(81), l => l.Temperature.ShouldBe(Temperature.Hot),
            l => l.CreatedBy.ShouldBe(Sam.Id), l => l.AssignedTo.ShouldBeNull());
        lead.DomainEvents.ShouldHaveSingleItem().ShouldBeOfType<LeadCaptured>().CreatedBy.ShouldBe(Sam.Id);
    }

    public static TheoryData<LeadStatus, LeadStatus, bool> Moves()
    {
        var moves = new TheoryData<LeadStatus, LeadStatus, bool>();
        foreach (var from in Open)
            foreach (var to in Enum.GetValues<LeadStatus>())
                moves.Add(from, to, to != from && to != LeadStatus.Won);
        foreach (var from in (LeadStatus[])[LeadStatus.Lost, LeadStatus.Nurture])
            foreach (var to in Enum.GetValues<LeadStatus>())
                moves.Add(from, to, to == LeadStatus.Contacted);
        return moves;
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_lead_moves_only_where_the_pipeline_allows(LeadStatus from, LeadStatus to, bool allowed)
    {
        var lead = In(from);

        var moved = lead.MoveTo(to, "too expensive", ScoringRules.Standard, Sam, Now);

        moved.IsSuccess.ShouldBe(allowed);
        lead.Status.ShouldBe(allowed ? to : from);
        if (!allowed) moved.Error!.Code.ShouldBe("leads.move_not_allowed");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Losing_a_lead_needs_a_reason(string? reason)
    {
        var lead = Captured();

        lead.MoveTo(LeadStatus.Lost, reason, ScoringRules.Standard, Sam, Now).Error!.Code.ShouldBe("leads.lost_reason_required");

        lead.Status.ShouldBe(LeadStatus.New);
    }

    [Fact]
    public void A_reopened_lead_forgets_why_it_was_lost()
    {
        var lead = In(LeadStatus.Lost);
        lead.LostReason.ShouldBe("no budget");

        lead.MoveTo(LeadStatus.Contacted, null, ScoringRules.Standard, Sam, Now).IsSuccess.ShouldBeTrue();

        lead.LostReason.ShouldBeNull();
    }

    [Fact]
    public void A_move_is_recorded_with_who_when_and_why()
    {
        var lead = Captured();
        lead.ClearDomainEvents();

        lead.MoveTo(LeadStatus.Lost, "moved away", ScoringRules.Standard, Sam, Now);

        var entry = lead.History.ShouldHaveSingleItem();
        (entry.Kind, entry.From, entry.To, entry.Reason, entry.ActorId, entry.At)
            .ShouldBe((LeadHistoryKind.Status, "new", "lost", "moved away", Sam.Id, Now));
        var told = lead.DomainEvents.OfType<LeadMoved>().ShouldHaveSingleItem();
        (told.From, told.To, told.Reason, told.By).ShouldBe((LeadStatus.New, LeadStatus.Lost, "moved away", Sam.Id));
    }

    [Fact]
    public void Moving_to_qualified_rescores_and_says_why()
    {
        var lead = Captured(Ann with { Source = LeadSource.DoorToDoor });
        var before = lead.Score;

        lead.MoveTo(LeadStatus.Qualified, null, ScoringRules.Standard, Sam, Now);

        lead.Score.ShouldBe(before + 3);
        var change = lead.History.Single(h => h.Kind == LeadHistoryKind.Score);
        (change.From, change.To).ShouldBe(($"{before}", $"{before + 3}"));
        change.Reason!.ShouldContain("qualified");
    }

    [Fact]
    public void A_change_of_facts_rescores_and_one_that_does_not_matter_leaves_no_trace_in_the_history()
    {
        var lead = Captured();

        lead.Update(Ann with { Notes = "calls after five" }, ScoringRules.Standard, Sam, Now).IsSuccess.ShouldBeTrue();
        lead.History.ShouldBeEmpty();
        lead.Update(Ann with { PropertyValue = 100_000 }, ScoringRules.Standard, Sam, Now).IsSuccess.ShouldBeTrue();

        lead.Temperature.ShouldBe(Temperature.Cool);
        lead.History.ShouldHaveSingleItem().Kind.ShouldBe(LeadHistoryKind.Score);
    }

    [Fact]
    public void An_assigned_lead_is_handed_over_only_by_force()
    {
        var lead = Captured();
        var first = Person("Sam");
        var second = Person("Dana");
        lead.AssignTo(first, null, force: false, null, Sam, Now).IsSuccess.ShouldBeTrue();

        var refused = lead.AssignTo(second, "Sam", force: false, null, Sam, Now);
        refused.Error!.Code.ShouldBe("leads.already_assigned");
        refused.Error.Detail.ShouldContain("Sam");
        lead.AssignedTo.ShouldBe(first.Id.Value);

        lead.AssignTo(second, "Sam", force: true, "on holiday", Sam, Now).IsSuccess.ShouldBeTrue();
        lead.AssignedTo.ShouldBe(second.Id.Value);
        var entry = lead.History[^1];
        (entry.Kind, entry.From, entry.To, entry.Reason).ShouldBe((LeadHistoryKind.Assignment, first.Id.Value.ToString(), second.Id.Value.ToString(), "on holiday"));
        lead.DomainEvents.OfType<LeadHandedOver>().Last().PreviousAssigneeId.ShouldBe(first.Id.Value);
    }

    [Fact]
    public void Assigning_to_whoever_has_it_changes_nothing_and_tells_nobody()
    {
        var lead = Captured();
        var sam = Person("Sam");
        lead.AssignTo(sam, null, force: false, null, Sam, Now);
        lead.ClearDomainEvents();

        lead.AssignTo(sam, "Sam", force: false, null, Sam, Now).IsSuccess.ShouldBeTrue();

        lead.DomainEvents.ShouldBeEmpty();
        lead.History.Count.ShouldBe(1);
    }

    [Fact]
    public void Being_assigned_alone_leaves_a_lead_new()
    {
        var lead = Captured();

        lead.AssignTo(Person("Sam"), null, force: false, null, Sam, Now);

        lead.Status.ShouldBe(LeadStatus.New);
    }

    [Fact]
    public void Trash_and_back_are_both_told()
    {
        var lead = Captured();
        lead.ClearDomainEvents();

        lead.MoveToTrash(Now);
        lead.DeletedAt.ShouldBe(Now);
        lead.TakeOutOfTrash(ScoringRules.Standard, Sam, Now);

        lead.DeletedAt.ShouldBeNull();
        lead.DomainEvents.Select(e => e.GetType()).ShouldBe([typeof(LeadTrashed), typeof(LeadTakenBack)]);
    }

    [Fact]
    public void A_lead_that_asks_for_its_customer_stays_open_until_the_answer_and_is_won_by_it()
    {
        var lead = In(LeadStatus.Negotiation);
        lead.ClearDomainEvents();
        var customer = Guid.CreateVersion7();

        lead.AskForCustomer(null, "ann@example.com", withProject: true, Sam, Now).IsSuccess.ShouldBeTrue();
        var conversion = lead.DomainEvents.ShouldHaveSingleItem().ShouldBeOfType<LeadConversionAsked>().Conversion;
        (lead.Status, conversion.Email, conversion.SettledAt).ShouldBe((LeadStatus.Negotiation, "ann@example.com", null));
        lead.Win(conversion, customer, ScoringRules.Standard, Now);

        (lead.Status, lead.CustomerId, lead.ConvertedAt, lead.Email).ShouldBe((LeadStatus.Won, customer, Now, "ann@example.com"));
        lead.History.Last(h => h.Kind == LeadHistoryKind.Status).To.ShouldBe("won");
        lead.DomainEvents.OfType<LeadWon>().ShouldHaveSingleItem().Conversion.ProjectId.ShouldNotBeNull();
    }

    [Fact]
    public void A_refused_conversion_leaves_the_lead_open_with_the_reason()
    {
        var lead = In(LeadStatus.QuoteSent);
        lead.AskForCustomer(Guid.CreateVersion7(), null, withProject: false, Sam, Now);
        var conversion = lead.Conversions.ShouldHaveSingleItem();

        lead.StayOpen(conversion, "gone", Now);

        (lead.Status, lead.CustomerId, conversion.Refusal, conversion.SettledAt).ShouldBe((LeadStatus.QuoteSent, null, "gone", Now));
    }

    [Theory]
    [InlineData(LeadStatus.Lost)]
    [InlineData(LeadStatus.Nurture)]
    public void Only_an_open_lead_becomes_a_customer(LeadStatus status) =>
        In(status).AskForCustomer(null, "ann@example.com", false, Sam, Now).Error!.Code.ShouldBe("leads.not_open");

    private static Lead Captured(LeadFacts? facts = null) => Lead.Capture(facts ?? Ann, ScoringRules.Standard, Sam, Now);

    private static Lead In(LeadStatus status)
    {
        var lead = Captured();
        if (status != LeadStatus.New) lead.MoveTo(status, "no budget", ScoringRules.Standard, Sam, Now).IsSuccess.ShouldBeTrue();
        return lead;
    }

    private static Assignee Person(string name)
    {
        var person = Assignee.Of(Guid.CreateVersion7());
        person.Update(name, "sales", true, "available", [], [], [], Now);
        return person;
    }
}
