using System.Globalization;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Partners;

/// <summary>What a partner brought (B4), between two days or instants; the last twelve months unless told.</summary>
/// <param name="PartnerId">Null for all partners together.</param>
public sealed record GetPartnerStats(Guid? PartnerId, string? From = null, string? To = null);

/// <param name="Tier">Null for all partners together.</param>
public sealed record PartnerStats(DateTimeOffset From, DateTimeOffset To, ReferralFigure Total, IReadOnlyList<ReferralFigureOfMonth> ByMonth, TierProgress? Tier);

/// <param name="Referrals">Made in the time.</param>
/// <param name="Converted">How many of those became customers, by now.</param>
/// <param name="ConversionRate">Percent; null without referrals.</param>
/// <param name="Revenue">Value of the projects whose commission was fixed in the time.</param>
/// <param name="CommissionDue">Fixed in the time and not paid yet.</param>
/// <param name="CommissionPaid">Paid in the time.</param>
public sealed record ReferralFigure(int Referrals, int Converted, decimal? ConversionRate, decimal Revenue, decimal CommissionDue, decimal CommissionPaid);

/// <param name="Month">Its first day, in the company's calendar.</param>
public sealed record ReferralFigureOfMonth(DateOnly Month, ReferralFigure Figure);

/// <param name="Tier">In force: the better of what the two months earn.</param>
/// <param name="NextTier">Null at the top.</param>
/// <param name="MissingToNext">More referrals this month that reach it; null at the top.</param>
public sealed record TierProgress(string Tier, int ReferralsThisMonth, int ReferralsLastMonth, string? NextTier, int? MissingToNext);

public sealed class GetPartnerStatsHandler(IReadRepository<Partner> partners, IReferralFigures figures, AnswerCache cache, ICompanyClock company) : IUseCase
{
    private const int UsualMonths = 12;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public async Task<Result<PartnerStats>> HandleAsync(GetPartnerStats request, CancellationToken ct)
    {
        var check = new Validation();
        var from = DateFilter.From("from", request.From, company, check);
        var to = DateFilter.To("to", request.To, company, check);
        var end = to ?? company.StartOf(company.Today.AddDays(1));
        var begin = from ?? company.StartOf(TierMonths.FirstOf(company.DayOf(end.AddTicks(-1))).AddMonths(1 - UsualMonths));
        if (!check.Failed && begin >= end) check.Add("to", "must be after from.");
        if (check.Failed) return check.ToError();

        Partner? partner = null;
        if (request.PartnerId is { } id)
        {
            partner = await partners.FirstOrDefaultAsync(new PartnerById(new PartnerId(id)), ct);
            if (partner is null) return PartnerErrors.NotFound(id);
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"partners:stats:{request.PartnerId}:{begin.UtcTicks}-{end.UtcTicks}:v1");
        var months = await cache.GetAsync(key, ["referrals", "leads"], Lifetime, async token => await figures.ByMonthAsync(partner?.Id, begin, end, company.Zone.Id, token), ct);
        var total = months.Aggregate(
            new ReferralMonth(default, 0, 0, 0, 0, 0),
            (sum, m) => new ReferralMonth(default, sum.Referrals + m.Referrals, sum.Converted + m.Converted, sum.Revenue + m.Revenue, sum.Due + m.Due, sum.Paid + m.Paid));
        return new PartnerStats(begin, end, FigureOf(total), [.. months.Select(m => new ReferralFigureOfMonth(m.Month, FigureOf(m)))], partner is null ? null : await ProgressAsync(partner, ct));
    }

    private async Task<TierProgress> ProgressAsync(Partner partner, CancellationToken ct)
    {
        var months = TierMonths.Around(company);
        var counted = await figures.CountAsync(partner.Id, months.Last, months.This, months.Next, ct) is [var found] ? found : new TierCount(partner.Id.Value, 0, 0);
        PartnerTier? next = partner.Tier == PartnerTier.Platinum ? null : partner.Tier + 1;
        return new TierProgress(
            WireName.Of(partner.Tier), counted.ThisMonth, counted.LastMonth,
            next is { } tier ? WireName.Of(tier) : null, next is { } wanted ? Math.Max(0, CommissionPolicy.Needed(wanted) - counted.ThisMonth) : null);
    }

    private static ReferralFigure FigureOf(ReferralMonth m) => new(
        m.Referrals, m.Converted, m.Referrals == 0 ? null : Math.Round(100m * m.Converted / m.Referrals, 1, MidpointRounding.AwayFromZero), m.Revenue, m.Due, m.Paid);
}

/// <summary>The two calendar months of the company by which tiers are decided (B2).</summary>
internal sealed record TierMonths(DateTimeOffset Last, DateTimeOffset This, DateTimeOffset Next)
{
    public static TierMonths Around(ICompanyClock company)
    {
        var first = FirstOf(company.Today);
        return new TierMonths(company.StartOf(first.AddMonths(-1)), company.StartOf(first), company.StartOf(first.AddMonths(1)));
    }

    public static DateOnly FirstOf(DateOnly day) => day.AddDays(1 - day.Day);
}
