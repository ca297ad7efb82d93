using IswitchRoofs.Leads.Domain.Duplicates;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Duplicates;

/// <summary>Warns that a new lead looks like an open lead or a customer: same phone, e-mail or address (L3).</summary>
public sealed class DuplicateCheck(IReadRepository<Lead> leads, IReadRepository<CustomerContact> customers)
{
    private const int ShownMatches = 5;

    internal async Task<Error?> FindAsync(LeadFacts facts, CancellationToken ct)
    {
        var matches = await MatchesAsync(facts.Phone, facts.Email, AddressKey.Of(facts.Address, facts.ZipCode), except: null, customer: null, ct);
        if (matches.Count == 0) return null;
        return Error.Conflict("duplicate_suspected", "This looks like somebody we already know. Send allow_duplicate=true to save it anyway.") with
        {
            Extensions = new Dictionary<string, object?>
            {
                ["matches"] = matches.Select(m => new Dictionary<string, object?> { ["entity_type"] = m.EntityType, ["id"] = m.Id, ["name"] = m.Name, ["matched_on"] = m.MatchedOn }).ToArray(),
            },
        };
    }

    /// <param name="except">The lead itself.</param>
    /// <param name="customer">The customer that it became.</param>
    internal async Task<IReadOnlyList<LeadDuplicate>> MatchesAsync(string? phone, string? email, string? address, LeadId? except, Guid? customer, CancellationToken ct)
    {
        if (phone is null && email is null && address is null) return [];
        var found = new List<Known>();
        found.AddRange(await leads.ListAsync(new OpenLeadsLike(phone, email, address, except ?? new LeadId(Guid.Empty)), ct));
        found.AddRange(await customers.ListAsync(new CustomersLike(phone, email, address, new CustomerContactId(customer ?? Guid.Empty)), ct));
        return [.. found.Select(k => new LeadDuplicate(k.EntityType, k.Id, k.Name, phone is not null && phone == k.Phone ? "phone" : email is not null && email == k.Email ? "email" : "address"))];
    }

    private sealed class OpenLeadsLike : Specification<Lead, Known>
    {
        public OpenLeadsLike(string? phone, string? email, string? address, LeadId except)
        {
            Query.Where(l => l.Status != LeadStatus.Won && l.Status != LeadStatus.Lost && l.Status != LeadStatus.Nurture && l.Id != except)
                .Where(l => (phone != null && l.Phone == phone) || (email != null && l.Email == email) || (address != null && l.AddressKey == address))
                .OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).Take(ShownMatches);
            Select(l => new Known("lead", l.Id.Value, l.FirstName + " " + l.LastName, l.Phone, l.Email));
        }
    }

    private sealed class CustomersLike : Specification<CustomerContact, Known>
    {
        public CustomersLike(string? phone, string? email, string? address, CustomerContactId except)
        {
            Query.Where(c => !c.IsDeleted && c.Id != except)
                .Where(c => (phone != null && c.Phone == phone) || (email != null && c.Email == email) || (address != null && c.AddressKey == address))
                .OrderBy(c => c.Id).Take(ShownMatches);
            Select(c => new Known("customer", c.Id.Value, c.Name, c.Phone, c.Email));
        }
    }

    private sealed record Known(string EntityType, Guid Id, string Name, string? Phone, string? Email);
}
