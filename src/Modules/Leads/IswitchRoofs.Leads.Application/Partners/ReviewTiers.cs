using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Partners;

/// <summary>Puts every partner into the tier that its last two months earn (B2), when a month begins.</summary>
public sealed record ReviewTiers;

/// <param name="Changed">Partners that rose or fell.</param>
public sealed record TiersReviewed(int Changed);

public sealed class ReviewTiersHandler(IRepository<Partner> partners, IReferralFigures figures, ICompanyClock company) : IUseCase
{
    public async Task<Result<TiersReviewed>> HandleAsync(ReviewTiers request, CancellationToken ct)
    {
        var months = TierMonths.Around(company);
        var counts = (await figures.CountAsync(null, months.Last, months.This, months.Next, ct)).ToDictionary(c => c.PartnerId);
        PartnerId[] counted = [.. counts.Keys.Select(id => new PartnerId(id))];
        var changed = 0;
        foreach (var partner in await partners.ListAsync(new PartnersToRate(counted), ct))
        {
            var count = counts.GetValueOrDefault(partner.Id.Value);
            if (partner.Rate(count?.ThisMonth ?? 0, count?.LastMonth ?? 0)) changed++;
        }

        if (changed > 0) await partners.SaveChangesAsync(ct);
        return new TiersReviewed(changed);
    }

    /// <summary>Who has referrals that count, and who has a tier to lose.</summary>
    private sealed class PartnersToRate : Specification<Partner>
    {
        public PartnersToRate(PartnerId[] counted) =>
            Query.Where(p => p.Tier != PartnerTier.Bronze || counted.Contains(p.Id)).OrderBy(p => p.Id).AsTracking();
    }
}
