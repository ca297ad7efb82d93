namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>A customer went to the trash (C9).</summary>
public sealed record CustomerDeleted(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid CustomerId) : IIntegrationEvent;
