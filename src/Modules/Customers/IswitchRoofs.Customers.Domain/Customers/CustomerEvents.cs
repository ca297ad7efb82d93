using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Customers.Domain.Customers;

public sealed record CustomerRegistered(Customer Customer, DateTimeOffset OccurredAt) : IDomainEvent;

/// <summary>Something that others may know changed: what people entered, or the figures kept from projects.</summary>
public sealed record CustomerChanged(Customer Customer, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record CustomerTrashed(CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent;

public sealed record CustomerReturned(CustomerId CustomerId, DateTimeOffset OccurredAt) : IDomainEvent;
