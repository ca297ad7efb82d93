using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Host.Web;

/// <summary>Composes what was said to a lead or customer, for the record pages of every area.</summary>
public sealed class InteractionPanels(SearchInteractionsHandler interactions, Colleagues people, ICurrentUser user)
{
    private const int Shown = 20;

    /// <summary>Null for who may not read them.</summary>
    public Task<InteractionPanel?> OfLeadAsync(Guid id, string name, CancellationToken ct) => OfAsync(id, null, name, ct);

    /// <inheritdoc cref="OfLeadAsync"/>
    public Task<InteractionPanel?> OfCustomerAsync(Guid id, string name, CancellationToken ct) => OfAsync(null, id, name, ct);

    private async Task<InteractionPanel?> OfAsync(Guid? lead, Guid? customer, string name, CancellationToken ct)
    {
        var said = await interactions.HandleAsync(
            new SearchInteractions(new PageRequest(PerPage: Shown, Sort: "-occurred_at")) { LeadId = lead, CustomerId = customer }, ct);
        if (said.IsFailure) return null;
        await people.LoadAsync(ct);
        var mayWrite = user.Has(CustomersPermissions.WriteInteractions);
        var mayLog = mayWrite || (customer is not null && user.Has(CustomersPermissions.LogAssignedInteractions));
        return new InteractionPanel(lead, customer, name, said.Value.Items, said.Value.Total ?? 0, mayLog, mayWrite, people);
    }
}
