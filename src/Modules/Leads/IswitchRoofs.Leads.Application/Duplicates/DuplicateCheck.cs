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
        var address = AddressKey.Of(facts.Address, facts.ZipCode);
        if (facts is { Phone: null, Email: null } && address is null) return null;
        var matches = new List<DuplicateMatch>();
        matches.AddRange(await leads.ListAsync(new OpenLeadsLike(facts.Phone, facts.Email, address), ct));
        matches.AddRange(await customers.ListAsync(new CustomersLike(facts.Phone, facts.Email, address), ct));
        if (matches.Count == 0) return null;
        return Error.Conflict("duplicate_suspected", "This looks like somebody we already know. Send allow_duplicate=true to save it anyway.") with
        {
            Extensions = new Dictionary<string, object?> { ["matches"] = matches.Select(m => m.Reasoned(facts.Phone, facts.Email)).ToArray() },
        };
    }

    private sealed class OpenLeadsLike : Specification<Lead, DuplicateMatch>
    {
        public OpenLeadsLike(string? phone, string? email, string? address)
        {
            Query.Where(l => l.Status != LeadStatus.Won && l.Status != LeadStatus.Lost && l.Status != LeadStatus.Nurture)
                .Where(l => (phone != null && l.Phone == phone) || (email != null && l.Email == email) || (address != null && l.AddressKey == address))
                .OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).Take(ShownMatches);
            Select(l => new DuplicateMatch("lead", l.Id.Value, l.FirstName + " " + l.LastName, l.Phone, l.Email));
        }
    }

    private sealed class CustomersLike : Specification<CustomerContact, DuplicateMatch>
    {
        public CustomersLike(string? phone, string? email, string? address)
        {
            Query.Where(c => !c.IsDeleted)
                .Where(c => (phone != null && c.Phone == phone) || (email != null && c.Email == email) || (address != null && c.AddressKey == address))
                .OrderBy(c => c.Id).Take(ShownMatches);
            Select(c => new DuplicateMatch("customer", c.Id.Value, c.Name, c.Phone, c.Email));
        }
    }

    private sealed record DuplicateMatch(string EntityType, Guid Id, string Name, string? Phone, string? Email)
    {
        public Dictionary<string, object?> Reasoned(string? phone, string? email) => new()
        {
            ["entity_type"] = EntityType,
            ["id"] = Id,
            ["name"] = Name,
            ["matched_on"] = phone is not null && phone == Phone ? "phone" : email is not null && email == Email ? "email" : "address",
        };
    }
}
