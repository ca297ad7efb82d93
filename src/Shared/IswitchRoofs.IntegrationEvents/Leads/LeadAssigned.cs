namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A salesperson is now responsible for the lead.</summary>
public sealed record LeadAssigned(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    string LeadName,
    Guid AssigneeId,
    Guid? PreviousAssigneeId,
    string Temperature,
    int Score,
    string Source,
    IReadOnlyList<Guid> TeamIds,
    Guid? AssignedBy) : IIntegrationEvent;
