using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Moves a lead to the trash, from which it can be restored for 30 days.</summary>
public sealed record DeleteLead(Guid LeadId, uint? IfVersion);

public sealed class DeleteLeadHandler(IRepository<Lead> leads, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteLead request, CancellationToken ct)
    {
        var lead = await leads.FindAsync(new LeadId(request.LeadId), ct);
        if (lead is null) return LeadErrors.NotFound(new LeadId(request.LeadId));
        if (request.IfVersion is { } version && version != lead.Version) return Error.Stale(lead.Version);
        if (!user.Has(LeadsPermissions.DeleteAny) && lead.AssignedTo != user.Id) return LeadErrors.NotYours();
        lead.MoveToTrash(clock.GetUtcNow());
        await leads.SaveChangesAsync(ct);
        return Result.Success();
    }
}
