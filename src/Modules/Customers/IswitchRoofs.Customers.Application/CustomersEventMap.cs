using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application;

public sealed class CustomersEventMap : IIntegrationEventMap
{
    public string Module => "Customers";

    public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type>
    {
        ["customers.customer-created.v1"] = typeof(CustomerCreated),
        ["customers.customer-updated.v1"] = typeof(CustomerUpdated),
        ["customers.customer-deleted.v1"] = typeof(CustomerDeleted),
        ["customers.customer-restored.v1"] = typeof(CustomerRestored),
    };

    public IIntegrationEvent? Map(IDomainEvent domainEvent) => domainEvent switch
    {
        CustomerRegistered { Customer: var c } e => new CustomerCreated(
            Uuid.New(e.OccurredAt), e.OccurredAt, c.Id.Value, c.Name, c.Email, c.Phone, WireName.Of(c.CustomerType),
            c.Address, c.City, c.State, c.ZipCode, c.AssignedTo, c.CreatedBy),
        CustomerChanged { Customer: var c } e => new CustomerUpdated(
            Uuid.New(e.OccurredAt), e.OccurredAt, c.Id.Value, c.Name, c.Email, c.Phone, WireName.Of(c.CustomerType),
            c.Address, c.City, c.State, c.ZipCode, WireName.Of(c.Segment), WireName.Of(c.Status), c.LifetimeValue, c.AssignedTo),
        CustomerTrashed e => new CustomerDeleted(Uuid.New(e.OccurredAt), e.OccurredAt, e.CustomerId.Value),
        CustomerReturned e => new CustomerRestored(Uuid.New(e.OccurredAt), e.OccurredAt, e.CustomerId.Value),
        _ => null,
    };
}
