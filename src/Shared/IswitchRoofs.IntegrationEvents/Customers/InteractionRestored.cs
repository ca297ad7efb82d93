namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>An interaction came back from the trash.</summary>
public sealed record InteractionRestored(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid InteractionId,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId) : IIntegrationEvent;
