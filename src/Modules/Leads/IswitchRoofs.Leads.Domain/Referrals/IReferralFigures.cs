using IswitchRoofs.Leads.Domain.Partners;

namespace IswitchRoofs.Leads.Domain.Referrals;

/// <summary>Sums over referrals (B2, B4). A seam: the database counts in one pass.</summary>
public interface IReferralFigures
{
    /// <summary>
    /// One row for each partner and month in which something happened; <paramref name="zone"/> decides where months end.
    /// </summary>
    /// <param name="partner">Null for all of them together.</param>
    Task<IReadOnlyList<ReferralMonth>> ByMonthAsync(PartnerId? partner, DateTimeOffset from, DateTimeOffset to, string zone, CancellationToken ct);

    /// <summary>Everything until now, for each of the partners that has referrals.</summary>
    Task<IReadOnlyList<PartnerSums>> OfPartnersAsync(IReadOnlyList<PartnerId> partners, CancellationToken ct);

    /// <summary>Referrals that count for a tier, made in two neighbouring months.</summary>
    /// <param name="partner">Null for every partner.</param>
    Task<IReadOnlyList<TierCount>> CountAsync(PartnerId? partner, DateTimeOffset lastMonth, DateTimeOffset thisMonth, DateTimeOffset nextMonth, CancellationToken ct);
}

/// <param name="Referrals">Made in the month.</param>
/// <param name="Converted">How many of those became customers, by now.</param>
/// <param name="Revenue">Value of the projects whose commission was fixed in the month.</param>
/// <param name="Due">Commission fixed in the month and not paid yet.</param>
/// <param name="Paid">Commission paid in the month.</param>
public sealed record ReferralMonth(DateOnly Month, int Referrals, int Converted, decimal Revenue, decimal Due, decimal Paid);

public sealed record PartnerSums(Guid PartnerId, int Referrals, int Converted, decimal Revenue, decimal Due, decimal Paid);

public sealed record TierCount(Guid PartnerId, int LastMonth, int ThisMonth);
