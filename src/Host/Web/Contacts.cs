using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;

namespace IswitchRoofs.Host.Web;

/// <param name="Key"><c>lead_id</c> or <c>customer_id</c>.</param>
public sealed record Contact(string Key, Guid Id, string Name, string Kind, string? City);

/// <summary>Leads and customers to choose from, as far as the caller may see them.</summary>
public sealed class Contacts(
    SearchLeadsHandler leads, GetLeadHandler lead, SearchCustomersHandler customers, GetCustomerHandler customer, ICurrentUser user)
{
    private const int Most = 8;

    public async Task<string?> LeadNameAsync(Guid id, CancellationToken ct)
    {
        if (!user.Has(LeadsPermissions.Read)) return null;
        var found = await lead.HandleAsync(new GetLead(id), ct);
        return found.IsFailure ? null : $"{found.Value.Value.FirstName} {found.Value.Value.LastName}";
    }

    public async Task<string?> CustomerNameAsync(Guid id, CancellationToken ct)
    {
        var found = await customer.HandleAsync(new GetCustomer(id), ct);
        return found.IsFailure ? null : found.Value.Name;
    }

    public async Task<IReadOnlyList<Contact>> FindAsync(string text, CancellationToken ct)
    {
        var matches = new List<Contact>();
        if (user.Has(LeadsPermissions.Read))
        {
            var found = await leads.HandleAsync(new SearchLeads { Q = text, Page = new PageRequest(PerPage: Most) }, ct);
            if (found.IsSuccess) matches.AddRange(found.Value.Items.Select(l => new Contact("lead_id", l.Id, $"{l.FirstName} {l.LastName}", "Lead", l.City)));
        }

        var others = await customers.HandleAsync(new SearchCustomers(new PageRequest(PerPage: Most), text), ct);
        if (others.IsSuccess) matches.AddRange(others.Value.Items.Select(c => new Contact("customer_id", c.Id, c.Name, "Customer", c.City)));
        return matches;
    }
}
