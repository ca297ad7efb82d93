using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Leads.Application.Conversion;
using IswitchRoofs.Leads.Application.Referrals;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>
/// A referral goes where its lead and its project go (B3). The lead is read as it is now, so that events may come late or in
/// another order.
/// </summary>
public sealed class FollowReferredLead(
    IRepository<Referral> referrals, IReadRepository<Lead> leads, IReadRepository<Partner> partners, IReadRepository<LeadConversion> conversions, TimeProvider clock) : IReaction
{
    public Task<Result> HandleAsync(LeadStatusChanged e, CancellationToken ct) => FollowAsync(e.LeadId, ct);

    public Task<Result> HandleAsync(LeadDeleted e, CancellationToken ct) => FollowAsync(e.LeadId, ct);

    public Task<Result> HandleAsync(LeadRestored e, CancellationToken ct) => FollowAsync(e.LeadId, ct);

    public Task<Result> HandleAsync(ProjectCreated e, CancellationToken ct) => HearAsync(e.ProjectId, e.LeadId, e.Status, e.ContractValue ?? e.Budget, e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectUpdated e, CancellationToken ct) => HearAsync(e.ProjectId, e.LeadId, e.Status, e.ContractValue ?? e.Budget, e.OccurredAt, ct);

    public Task<Result> HandleAsync(ProjectStatusChanged e, CancellationToken ct) => HearAsync(e.ProjectId, e.LeadId, e.Status, e.ContractValue ?? e.Budget, e.OccurredAt, ct);

    private async Task<Result> FollowAsync(Guid leadId, CancellationToken ct)
    {
        var id = new LeadId(leadId);
        var referral = await referrals.FirstOrDefaultAsync(new ReferralToFollow(id), ct);
        referral?.Follow(await leads.FirstOrDefaultAsync(new LeadEvenDeleted(id), ct));
        return Result.Success();
    }

    private async Task<Result> HearAsync(Guid projectId, Guid? leadId, string status, decimal? value, DateTimeOffset at, CancellationToken ct)
    {
        var referral = await referrals.FirstOrDefaultAsync(new ReferralOfProject(projectId, leadId is { } lead ? new LeadId(lead) : null), ct);
        if (referral is null || !await CountsAsync(referral, projectId, ct)) return Result.Success();
        var state = status switch
        {
            "completed" or "invoiced" or "paid" => ReferredProjectState.Completed,
            "cancelled" => ReferredProjectState.Cancelled,
            _ => ReferredProjectState.Running,
        };
        var partner = await partners.FirstOrDefaultAsync(new PartnerOfReferral(referral.PartnerId), ct);
        if (partner is null) return PartnerErrors.NotFound(referral.PartnerId.Value);
        referral.HearOf(new ReferredProject(projectId, state, value, at), partner, await leads.FirstOrDefaultAsync(new LeadEvenDeleted(referral.LeadId), ct), clock.GetUtcNow());
        return Result.Success();
    }

    // The conversion's own project, where one was asked for; else whichever was opened for the lead first.
    private async Task<bool> CountsAsync(Referral referral, Guid projectId, CancellationToken ct)
    {
        if (referral.ProjectId is not null) return referral.ProjectId == projectId;
        var conversion = await conversions.FirstOrDefaultAsync(new LatestConversionOf(referral.LeadId), ct);
        return conversion is not { ProjectId: { } wanted, Refusal: null } || wanted == projectId;
    }
}
