using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Escalation;

/// <summary>That somebody was told of a lead which waits too long (R3). Its row is what makes each step happen once.</summary>
public sealed class LeadEscalation : AggregateRoot
{
    private LeadEscalation()
    {
    }

    public LeadEscalationId Id { get; private set; }

    public LeadId LeadId { get; private set; }

    public EscalationStep Step { get; private set; }

    /// <summary>When the part of the target passed that this step stands for.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset ToldAt { get; private set; }

    public static LeadEscalation Of(WaitingLead lead, EscalationStep step, DateTimeOffset dueAt, DateTimeOffset targetAt, DateTimeOffset now)
    {
        var escalation = new LeadEscalation { Id = LeadEscalationId.New(now), LeadId = lead.Id, Step = step, DueAt = dueAt, ToldAt = now };
        escalation.Raise(new LeadWaitNoticed(lead, step, targetAt, now));
        return escalation;
    }
}

public readonly record struct LeadEscalationId(Guid Value) : ITypedId<LeadEscalationId>
{
    public static LeadEscalationId New(DateTimeOffset now) => new(Uuid.New(now));

    public static LeadEscalationId From(Guid value) => new(value);
}

/// <summary>What has to be known of a lead to tell people that it waits.</summary>
public sealed record WaitingLead(LeadId Id, string Name, Temperature Temperature, Guid? AssignedTo, IReadOnlyList<Guid> TeamIds, DateTimeOffset CameInAt);

/// <param name="TargetAt">When the whole target passes, or passed.</param>
public sealed record LeadWaitNoticed(WaitingLead Lead, EscalationStep Step, DateTimeOffset TargetAt, DateTimeOffset OccurredAt) : IDomainEvent;
