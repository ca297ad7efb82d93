namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>A customer came back from the trash.</summary>
public sealed record CustomerRestored(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid CustomerId) : IIntegrationEvent;
