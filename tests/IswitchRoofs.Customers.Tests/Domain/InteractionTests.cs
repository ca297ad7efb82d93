using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;

namespace IswitchRoofs.Customers.Tests.Domain;

public sealed class InteractionTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.Zero);
    private static readonly Logger Sam = new(Guid.CreateVersion7(), "Sam", IsPerson: true);
    private static readonly InteractionParties WithALead = new(null, Guid.CreateVersion7(), null);

    private static readonly InteractionFacts Call = new()
    {
        InteractionType = InteractionType.PhoneCall, Direction = InteractionDirection.Outbound, OccurredAt = Now, FollowUpOn = new DateOnly(2026, 6, 18), Promise = "Send the quote",
    };

    [Fact]
    public void It_is_with_a_customer_or_a_lead()
    {
        Log(Call, new InteractionParties(null, null, Guid.CreateVersion7())).Error!.Fields.Keys.ShouldContain("customer_id");
        Log(Call, new InteractionParties(CustomerId.New(Now), null, null)).IsSuccess.ShouldBeTrue();
        Log(Call, WithALead).Value.DomainEvents.ShouldHaveSingleItem().ShouldBeOfType<InteractionTookPlace>().By.ShouldBe(Sam);
    }

    [Fact]
    public void It_has_happened_when_it_is_logged_and_when_it_is_corrected()
    {
        var later = Call with { OccurredAt = Now.AddSeconds(1) };

        Log(later, WithALead).Error!.Code.ShouldBe("interactions.in_the_future");
        Logged().Correct(later, Now).Error!.Fields.Keys.ShouldContain("occurred_at");
    }

    [Fact]
    public void Correcting_it_to_what_it_was_is_no_event()
    {
        var call = Logged();

        call.Correct(call.Facts, Now).IsSuccess.ShouldBeTrue();

        call.DomainEvents.ShouldBeEmpty();
    }

    [Fact]
    public void A_follow_up_is_completed_once_and_another_day_opens_it_again()
    {
        var call = Logged();

        call.CompleteFollowUp(Now).IsSuccess.ShouldBeTrue();
        call.CompleteFollowUp(Now).Error!.Code.ShouldBe("interactions.follow_up_done");
        call.Correct(Call with { FollowUpOn = new DateOnly(2026, 6, 20) }, Now);
        call.FollowUpCompletedAt.ShouldBeNull();

        call.Correct(Call with { FollowUpOn = null, Promise = null }, Now);
        call.CompleteFollowUp(Now).Error!.Code.ShouldBe("interactions.no_follow_up");
    }

    [Fact]
    public void It_comes_back_from_the_trash_for_thirty_days()
    {
        var call = Logged();
        call.TakeBack(Now).Error!.Code.ShouldBe("interactions.not_deleted");

        call.Trash(Now);
        call.TakeBack(Now.AddDays(31)).IsFailure.ShouldBeTrue();
        call.TakeBack(Now.AddDays(30)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public void It_goes_along_when_its_lead_becomes_a_customer_and_stays_with_a_customer_it_has()
    {
        var (ann, bob) = (CustomerId.New(Now), CustomerId.New(Now));
        var call = Logged();

        call.BecomeThatOf(ann, Now);
        call.BecomeThatOf(bob, Now);

        call.CustomerId.ShouldBe(ann);
        call.DomainEvents.ShouldHaveSingleItem().ShouldBeOfType<InteractionCorrected>();
    }

    private static SharedKernel.Results.Result<Interaction> Log(InteractionFacts facts, InteractionParties with) => Interaction.Log(InteractionId.New(Now), facts, with, Sam, Now);

    private static Interaction Logged()
    {
        var call = Log(Call, WithALead).Value;
        call.ClearDomainEvents();
        return call;
    }
}
