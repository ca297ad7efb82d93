using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Reactions;

/// <summary>
/// A referral may lift its partner into the next tier (B2). Counted after the referral is saved: of two that come at the same
/// moment neither sees the other before, and the last one counted sees both.
/// </summary>
public sealed class KeepPartnerTier(IRepository<Partner> partners, IReferralFigures figures, ICompanyClock company) : IReaction
{
    public async Task<Result> HandleAsync(ReferralReceived e, CancellationToken ct)
    {
        var partner = await partners.FindAsync(new PartnerId(e.PartnerId), ct);
        if (partner is null) return PartnerErrors.NotFound(e.PartnerId);
        var months = TierMonths.Around(company);
        if (await figures.CountAsync(partner.Id, months.Last, months.This, months.Next, ct) is [var counted]) partner.Rate(counted.ThisMonth, counted.LastMonth);
        return Result.Success();
    }
}
