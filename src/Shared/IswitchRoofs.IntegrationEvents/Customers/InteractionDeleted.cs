namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>An interaction went to the trash.</summary>
public sealed record InteractionDeleted(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid InteractionId,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId) : IIntegrationEvent;
