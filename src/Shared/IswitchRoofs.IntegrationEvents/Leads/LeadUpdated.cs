namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A lead's facts or score changed; carries its whole current state.</summary>
public sealed record LeadUpdated(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    string LeadName,
    string Source,
    string Status,
    int Score,
    string Temperature,
    string Priority,
    string? ProjectType,
    decimal? EstimatedValue,
    string? ZipCode,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds,
    Guid? CustomerId) : IIntegrationEvent;
