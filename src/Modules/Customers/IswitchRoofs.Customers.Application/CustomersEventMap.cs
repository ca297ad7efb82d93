using IswitchRoofs.Customers.Domain.Conversions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
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
        ["customers.interaction-logged.v1"] = typeof(InteractionLogged),
        ["customers.interaction-updated.v1"] = typeof(InteractionUpdated),
        ["customers.interaction-deleted.v1"] = typeof(InteractionDeleted),
        ["customers.interaction-restored.v1"] = typeof(InteractionRestored),
        ["customers.lead-customer-found.v1"] = typeof(LeadCustomerFound),
        ["customers.lead-customer-refused.v1"] = typeof(LeadCustomerRefused),
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
        InteractionTookPlace { Interaction: var i, By: var by } e => new InteractionLogged(
            Uuid.New(e.OccurredAt), e.OccurredAt, i.Id.Value, i.CustomerId?.Value, i.LeadId, i.ProjectId, WireName.Of(i.InteractionType),
            WireName.Of(i.Direction), Name(i.Outcome), i.OccurredAt, i.DurationMinutes, i.FollowUpOn, by.Id, by.Name, by.IsPerson),
        InteractionCorrected { Interaction: var i } e => new InteractionUpdated(
            Uuid.New(e.OccurredAt), e.OccurredAt, i.Id.Value, i.CustomerId?.Value, i.LeadId, i.ProjectId, WireName.Of(i.InteractionType),
            WireName.Of(i.Direction), Name(i.Outcome), i.OccurredAt, i.DurationMinutes, i.FollowUpOn, i.FollowUpCompletedAt, i.UserId),
        InteractionTrashed { Interaction: var i } e => new InteractionDeleted(
            Uuid.New(e.OccurredAt), e.OccurredAt, i.Id.Value, i.CustomerId?.Value, i.LeadId, i.ProjectId),
        InteractionReturned { Interaction: var i } e => new InteractionRestored(
            Uuid.New(e.OccurredAt), e.OccurredAt, i.Id.Value, i.CustomerId?.Value, i.LeadId, i.ProjectId),
        LeadAnswered { Reply: { CustomerId: { } customer } r } e => new LeadCustomerFound(Uuid.New(e.OccurredAt), e.OccurredAt, r.Id.Value, r.LeadId, customer),
        LeadAnswered { Reply: { Refusal: { } reason } r } e => new LeadCustomerRefused(Uuid.New(e.OccurredAt), e.OccurredAt, r.Id.Value, r.LeadId, reason),
        _ => null,
    };

    private static string? Name(InteractionOutcome? outcome) => outcome is { } known ? WireName.Of(known) : null;
}
