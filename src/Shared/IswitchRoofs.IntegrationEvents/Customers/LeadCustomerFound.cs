namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>The customer of a lead that is being converted: linked or newly made (L5).</summary>
public sealed record LeadCustomerFound(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ConversionId,
    Guid LeadId,
    Guid CustomerId) : IIntegrationEvent;
