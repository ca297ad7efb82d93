namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A lead was won: it belongs to a customer now.</summary>
/// <param name="ProjectId">The project to open under this id; null when none was asked for.</param>
public sealed record LeadConverted(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    string LeadName,
    Guid CustomerId,
    Guid? ProjectId,
    string Source,
    string? ProjectType,
    decimal? EstimatedValue,
    string? Address,
    int? RoofSizeSqft,
    bool InsuranceClaim,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds,
    Guid? ConvertedBy,
    string ConvertedByName) : IIntegrationEvent;
