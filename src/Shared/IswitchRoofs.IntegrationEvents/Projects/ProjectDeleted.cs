namespace IswitchRoofs.IntegrationEvents.Projects;

/// <summary>A project went to the trash.</summary>
public sealed record ProjectDeleted(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ProjectId,
    Guid CustomerId) : IIntegrationEvent;
