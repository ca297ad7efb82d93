namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A batch of an imported file is in the pipeline: up to a thousand leads, told as one.</summary>
public sealed record LeadsImported(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ImportId,
    IReadOnlyList<ImportedLead> Created,
    IReadOnlyList<ImportedLead> Updated,
    IReadOnlyList<Guid> TeamIds,
    Guid? ImportedBy) : IIntegrationEvent;

/// <summary>The current state of one of them, as LeadCreated and LeadUpdated tell it of one lead.</summary>
public sealed record ImportedLead(
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
    Guid? CustomerId);
