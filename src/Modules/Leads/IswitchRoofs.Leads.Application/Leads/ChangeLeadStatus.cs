using IswitchRoofs.Leads.Application.Scoring;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>Moves a lead in the pipeline (L1).</summary>
/// <param name="LostReason">Required for lost.</param>
public sealed record ChangeLeadStatus(string? Status, string? LostReason);

public sealed class ChangeLeadStatusHandler(IRepository<Lead> leads, ScoringRuleSets scoring, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Versioned<LeadDetails>>> HandleAsync(Guid leadId, ChangeLeadStatus request, uint? ifVersion, CancellationToken ct)
    {
        var check = new Validation();
        var status = check.Enum<LeadStatus>("status", request.Status, required: true);
        var reason = check.Text("lost_reason", request.LostReason, 1_000);
        if (check.Failed) return check.ToError();

        var lead = await leads.FindAsync(new LeadId(leadId), ct);
        if (lead is null) return LeadErrors.NotFound(new LeadId(leadId));
        if (ifVersion is { } version && version != lead.Version) return Error.Stale(lead.Version);
        var rules = await scoring.ActiveAsync(ct);
        var moved = lead.MoveTo(status!.Value, reason, rules, user.ToActor(), clock.GetUtcNow());
        if (moved.IsFailure) return moved.Error;
        await leads.SaveChangesAsync(ct);
        return lead.ToAnswer(rules);
    }
}
