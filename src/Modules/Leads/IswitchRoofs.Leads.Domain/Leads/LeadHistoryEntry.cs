using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Leads;

public readonly record struct LeadHistoryEntryId(Guid Value) : ITypedId<LeadHistoryEntryId>
{
    public static LeadHistoryEntryId From(Guid value) => new(value);
}

public enum LeadHistoryKind
{
    Status,
    Score,
    Assignment,
}

/// <summary>One move, score change or assignment of a lead: when, from, to, why and by whom.</summary>
public sealed class LeadHistoryEntry
{
    private LeadHistoryEntry()
    {
    }

    internal LeadHistoryEntry(LeadId leadId, LeadHistoryKind kind, string? from, string? to, string? reason, Actor actor, DateTimeOffset at)
    {
        Id = new LeadHistoryEntryId(Uuid.New(at));
        (LeadId, Kind, From, To, Reason, At) = (leadId, kind, from, to, reason, at);
        (ActorId, ActorName) = (actor.Id, actor.Name);
    }

    public LeadHistoryEntryId Id { get; private set; }

    public LeadId LeadId { get; private set; }

    public LeadHistoryKind Kind { get; private set; }

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string? Reason { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
