namespace IswitchRoofs.IntegrationEvents.Projects;

/// <summary>A project's facts changed; carries its whole current state.</summary>
public sealed record ProjectUpdated(
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
    Guid? LeadId) : IIntegrationEvent;
