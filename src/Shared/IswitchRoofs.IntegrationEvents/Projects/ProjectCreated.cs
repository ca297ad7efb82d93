namespace IswitchRoofs.IntegrationEvents.Projects;

/// <summary>A project was opened for a customer.</summary>
public sealed record ProjectCreated(
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
    Guid? CreatedBy) : IIntegrationEvent;
