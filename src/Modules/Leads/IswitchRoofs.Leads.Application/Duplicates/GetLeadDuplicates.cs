using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Duplicates;

/// <summary>Other open leads, and customers, with the phone, e-mail or address of a lead (L3).</summary>
public sealed record GetLeadDuplicates(Guid LeadId);

public sealed record LeadDuplicates(IReadOnlyList<LeadDuplicate> Items);

/// <param name="EntityType">lead or customer.</param>
/// <param name="MatchedOn">phone, email or address: the first of them that is the same.</param>
public sealed record LeadDuplicate(string EntityType, Guid Id, string Name, string MatchedOn);

public sealed class GetLeadDuplicatesHandler(IReadRepository<Lead> leads, DuplicateCheck duplicates) : IUseCase
{
    public async Task<Result<LeadDuplicates>> HandleAsync(GetLeadDuplicates request, CancellationToken ct)
    {
        var id = new LeadId(request.LeadId);
        return await leads.FirstOrDefaultAsync(new LeadById(id), ct) is { } lead
            ? new LeadDuplicates(await duplicates.MatchesAsync(lead.Phone, lead.Email, lead.AddressKey, id, lead.CustomerId, ct))
            : LeadErrors.NotFound(id);
    }
}
