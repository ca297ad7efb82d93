namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>A lead cannot become this customer; it stays open (L5).</summary>
/// <param name="Reason">A sentence for people.</param>
public sealed record LeadCustomerRefused(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid ConversionId,
    Guid LeadId,
    string Reason) : IIntegrationEvent;
