namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>A customer's facts changed; carries its whole current state.</summary>
public sealed record CustomerUpdated(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid CustomerId,
    string Name,
    string Email,
    string? Phone,
    string CustomerType,
    string? Address,
    string? City,
    string? State,
    string? ZipCode,
    string Segment,
    string Status,
    decimal LifetimeValue,
    Guid? AssignedTo) : IIntegrationEvent;
