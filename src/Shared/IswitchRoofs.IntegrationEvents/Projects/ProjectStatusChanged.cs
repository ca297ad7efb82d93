namespace IswitchRoofs.IntegrationEvents.Projects;

/// <summary>A project moved (P1); <c>Status</c> is the new one.</summary>
public sealed record ProjectStatusChanged(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ProjectId,
    Guid CustomerId,
    string Name,
    string ProjectType,
    string Status,
    decimal? Budget,
    decimal ActualCost,
    decimal? ContractValue,
    DateOnly? StartDate,
    DateOnly? EndDate,
    DateOnly? ActualEndDate,
    int CompletionPercentage,
    IReadOnlyList<Guid> AssignedTeam,
    Guid? ProjectManagerId,
    Guid? LeadId,
    string FromStatus,
    string? Reason,
    Guid? ChangedBy) : IIntegrationEvent;
