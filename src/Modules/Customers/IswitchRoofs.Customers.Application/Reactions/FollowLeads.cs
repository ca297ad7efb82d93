using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Domain.Leads;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Reactions;

/// <summary>Keeps the replica of leads; when one became a customer, its interactions become that customer's too.</summary>
public sealed class FollowLeads(
    IRepository<LeadRef> leads, IReadRepository<Interaction> interactions, IReadRepository<Customer> customers, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(LeadCreated e, CancellationToken ct)
    {
        (await FindOrAddAsync(e.LeadId, ct)).Learn(e.LeadName, null, e.OccurredAt);
        return Result.Success();
    }

    public async Task<Result> HandleAsync(LeadUpdated e, CancellationToken ct)
    {
        if (!(await FindOrAddAsync(e.LeadId, ct)).Learn(e.LeadName, e.CustomerId, e.OccurredAt) || e.CustomerId is not { } guid) return Result.Success();
        var customer = CustomerId.From(guid);
        if (!await customers.AnyAsync(new CustomerNamesOf([customer]), ct)) return Result.Success();
        foreach (var interaction in await interactions.ListAsync(new InteractionsOfLeadWithoutCustomer(e.LeadId), ct)) interaction.BecomeThatOf(customer, clock.GetUtcNow());
        return Result.Success();
    }

    private async Task<LeadRef> FindOrAddAsync(Guid leadId, CancellationToken ct)
    {
        if (await leads.FirstOrDefaultAsync(new RefOfLead(leadId), ct) is { } known) return known;
        var lead = LeadRef.Of(leadId);
        leads.Add(lead);
        return lead;
    }
}
