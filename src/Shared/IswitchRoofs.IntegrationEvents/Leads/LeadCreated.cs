namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A new lead was captured, scored and, if possible, assigned.</summary>
public sealed record LeadCreated(
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
    Guid? CreatedBy) : IIntegrationEvent;
