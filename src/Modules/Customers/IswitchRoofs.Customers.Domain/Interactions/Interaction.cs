using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Domain.Interactions;

/// <summary>One call, mail, visit or note in the history of a relationship; with it, what was promised and by when.</summary>
public sealed class Interaction : AggregateRoot, ISoftDeletable
{
    /// <summary>How long the trash keeps an interaction.</summary>
    public static readonly TimeSpan TrashTime = TimeSpan.FromDays(30);

    private Interaction()
    {
    }

    public InteractionId Id { get; private set; }
    public CustomerId? CustomerId { get; private set; }
    public Guid? LeadId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public InteractionType InteractionType { get; private set; }
    public string? Channel { get; private set; }
    public InteractionDirection Direction { get; private set; }
    public string? Subject { get; private set; }
    public string? Notes { get; private set; }
    public InteractionOutcome? Outcome { get; private set; }

    /// <summary>Who logged it; null for the system.</summary>
    public Guid? UserId { get; private set; }
    public DateTimeOffset OccurredAt { get; private set; }
    public int? DurationMinutes { get; private set; }
    public DateOnly? FollowUpOn { get; private set; }
    public DateTimeOffset? FollowUpCompletedAt { get; private set; }
    public string? Promise { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    public InteractionFacts Facts => new()
    {
        InteractionType = InteractionType,
        Channel = Channel,
        Direction = Direction,
        Subject = Subject,
        Notes = Notes,
        Outcome = Outcome,
        OccurredAt = OccurredAt,
        DurationMinutes = DurationMinutes,
        FollowUpOn = FollowUpOn,
        Promise = Promise,
    };

    public InteractionParties Parties => new(CustomerId, LeadId, ProjectId);

    public static Result<Interaction> Log(InteractionId id, InteractionFacts facts, InteractionParties with, Logger by, DateTimeOffset now)
    {
        if (with is { CustomerId: null, LeadId: null }) return InteractionErrors.AboutNobody();
        if (facts.OccurredAt > now) return InteractionErrors.InTheFuture();
        var interaction = new Interaction
        {
            Id = id, CustomerId = with.CustomerId, LeadId = with.LeadId, ProjectId = with.ProjectId, UserId = by.Id, CreatedAt = now,
        };
        interaction.Take(facts);
        interaction.Raise(new InteractionTookPlace(interaction, by, now));
        return interaction;
    }

    /// <summary>Corrects what was said. With whom it was stays: a wrong one is deleted and logged anew.</summary>
    public Result Correct(InteractionFacts facts, DateTimeOffset now)
    {
        if (facts.OccurredAt > now) return InteractionErrors.InTheFuture();
        if (facts == Facts) return Result.Success();

        // Another day is another follow-up.
        if (facts.FollowUpOn != FollowUpOn) FollowUpCompletedAt = null;
        Take(facts);
        Raise(new InteractionCorrected(this, now));
        return Result.Success();
    }

    public Result CompleteFollowUp(DateTimeOffset now)
    {
        if (FollowUpOn is null) return InteractionErrors.NoFollowUp();
        if (FollowUpCompletedAt is not null) return InteractionErrors.FollowUpDone();
        FollowUpCompletedAt = now;
        Raise(new InteractionCorrected(this, now));
        return Result.Success();
    }

    /// <summary>The lead became this customer: its history goes along.</summary>
    public void BecomeThatOf(CustomerId customer, DateTimeOffset now)
    {
        if (CustomerId is not null) return;
        CustomerId = customer;
        Raise(new InteractionCorrected(this, now));
    }

    public void Trash(DateTimeOffset now)
    {
        DeletedAt = now;
        Raise(new InteractionTrashed(this, now));
    }

    public Result TakeBack(DateTimeOffset now)
    {
        if (DeletedAt is not { } deletedAt) return InteractionErrors.NotInTrash(Id);
        if (now - deletedAt > TrashTime) return InteractionErrors.NotFound(Id);
        DeletedAt = null;
        Raise(new InteractionReturned(this, now));
        return Result.Success();
    }

    private void Take(InteractionFacts facts)
    {
        (InteractionType, Direction, Channel, Outcome) = (facts.InteractionType, facts.Direction, facts.Channel, facts.Outcome);
        (Subject, Notes, OccurredAt, DurationMinutes) = (facts.Subject, facts.Notes, facts.OccurredAt, facts.DurationMinutes);
        (FollowUpOn, Promise) = (facts.FollowUpOn, facts.Promise);
    }
}
