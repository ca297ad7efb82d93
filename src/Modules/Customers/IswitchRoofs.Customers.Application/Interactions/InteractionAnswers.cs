using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;

namespace IswitchRoofs.Customers.Application.Interactions;

/// <summary>Puts the names beside the ids, two queries for a whole page.</summary>
public sealed class InteractionAnswers(IReadRepository<Customer> customers, IReadRepository<LeadRef> leads)
{
    internal async Task<Versioned<InteractionDetails>> OfAsync(Interaction interaction, CancellationToken ct) =>
        new((await NamedAsync([InteractionMappings.DetailsOf(interaction)], ct))[0], interaction.Version);

    internal async Task<IReadOnlyList<InteractionDetails>> NamedAsync(IReadOnlyList<InteractionDetails> rows, CancellationToken ct)
    {
        var people = rows.Select(r => r.CustomerId).OfType<Guid>().Distinct().Select(CustomerId.From).ToArray();
        var leadIds = rows.Select(r => r.LeadId).OfType<Guid>().Distinct().ToArray();
        var customerNames = people.Length == 0 ? [] : (await customers.ListAsync(new CustomerNamesOf(people), ct)).ToDictionary(n => n.Id, n => n.Name);
        var leadNames = leadIds.Length == 0 ? [] : (await leads.ListAsync(new LeadNamesOf(leadIds), ct)).ToDictionary(n => n.Id, n => n.Name);
        return
        [
            .. rows.Select(r => r with
            {
                CustomerName = r.CustomerId is { } customer ? customerNames.GetValueOrDefault(customer) : null,
                LeadName = r.LeadId is { } lead ? leadNames.GetValueOrDefault(lead) : null,
            }),
        ];
    }
}
