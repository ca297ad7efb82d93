namespace IswitchRoofs.IntegrationEvents.Projects;

/// <summary>A project came back from the trash.</summary>
public sealed record ProjectRestored(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ProjectId,
    Guid CustomerId) : IIntegrationEvent;
