namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>A customer exists.</summary>
public sealed record CustomerCreated(
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
    Guid? AssignedTo,
    Guid? CreatedBy) : IIntegrationEvent;
