using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Takes a lead out of the trash.</summary>
public sealed record RestoreLead(Guid LeadId);

public sealed class RestoreLeadHandler(IRepository<Lead> leads, ScoringRuleSets scoring, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<LeadDetails>>> HandleAsync(RestoreLead request, CancellationToken ct)
    {
        var id = new LeadId(request.LeadId);
        var lead = await leads.FirstOrDefaultAsync(new LeadInTrash(id), ct);
        if (lead is null) return LeadErrors.NotFound(id);
        if (!user.Has(LeadsPermissions.DeleteAny) && lead.AssignedTo != user.Id) return LeadErrors.NotYours();
        lead.TakeOutOfTrash(await scoring.ActiveAsync(ct), user.ToActor(), clock.GetUtcNow());
        await leads.SaveChangesAsync(ct);
        return lead.ToAnswer(await scoring.OfAsync(lead, ct));
    }

    private sealed class LeadInTrash : Specification<Lead>
    {
        public LeadInTrash(LeadId id) => Query.Where(l => l.Id == id && l.DeletedAt != null).IncludingDeleted().AsTracking();
    }
}
