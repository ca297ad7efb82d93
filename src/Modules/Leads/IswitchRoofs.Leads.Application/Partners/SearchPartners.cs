using System.Globalization;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Partners;

/// <summary>The list of partners; several values of one filter are separated by commas.</summary>
public sealed record SearchPartners(string? Q, string? Category, string? Tier, string? Status, PageRequest Page);

/// <summary>A partner in a list, with its figures since the beginning.</summary>
/// <param name="Converted">Referrals that became customers.</param>
/// <param name="Revenue">Value of the completed projects.</param>
/// <param name="CommissionDue">Fixed or approved, and not paid.</param>
public sealed record PartnerRow(
    Guid Id, string CompanyName, string? ContactName, string? Email, string? Phone, string Category, string PartnerCode, string Status, string Tier,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Referrals = 0, int Converted = 0, decimal Revenue = 0, decimal CommissionDue = 0, decimal CommissionPaid = 0);

public sealed class SearchPartnersHandler(IReadRepository<Partner> partners, IReferralFigures figures, AnswerCache cache) : IUseCase
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly SortMap<Partner, PartnerRow> Sorts = SortMap<Partner, PartnerRow>
        .Create("-created_at", p => p.Id, row => row.Id)
        .By("created_at", p => p.CreatedAt, row => row.CreatedAt)
        .By("updated_at", p => p.UpdatedAt, row => row.UpdatedAt)
        .By("company_name", p => p.CompanyName, row => row.CompanyName);

    public async Task<Result<PageOf<PartnerRow>>> HandleAsync(SearchPartners request, CancellationToken ct)
    {
        var check = new Validation();
        var q = check.Text("q", request.Q, SearchTerm.Longest);
        var filter = new PartnerFilter(
            q is null ? null : SearchTerm.Normalize(q),
            check.Enums<PartnerCategory>("category", request.Category), check.Enums<PartnerTier>("tier", request.Tier), check.Enums<PartnerStatus>("status", request.Status));
        var plan = Sorts.Plan(request.Page, check);
        if (check.Failed || plan is null) return check.ToError();
        return plan.IsFirst && q is null
            ? await cache.GetAsync(
                string.Create(CultureInfo.InvariantCulture, $"partners:list:{request.Category}|{request.Tier}|{request.Status}|{plan.Sort}|{plan.PerPage}:v1"),
                ["partners", "referrals"], Lifetime, token => LoadAsync(filter, plan, token), ct)
            : await LoadAsync(filter, plan, ct);
    }

    private async ValueTask<PageOf<PartnerRow>> LoadAsync(PartnerFilter filter, PagePlan<Partner, PartnerRow> plan, CancellationToken ct)
    {
        var rows = await partners.ListAsync(new PartnerList(filter, plan), ct);
        var sums = rows.Count == 0 ? [] : (await figures.OfPartnersAsync([.. rows.Select(r => new PartnerId(r.Id))], ct)).ToDictionary(s => s.PartnerId);
        PartnerRow[] counted =
        [
            .. rows.Select(r => sums.TryGetValue(r.Id, out var s)
                ? r with { Referrals = s.Referrals, Converted = s.Converted, Revenue = s.Revenue, CommissionDue = s.Due, CommissionPaid = s.Paid }
                : r),
        ];
        return plan.ToPage(counted, plan.ByCursor ? null : await partners.CountAsync(new PartnerList(filter, null), ct));
    }
}

internal sealed record PartnerFilter(string? Term, PartnerCategory[]? Categories, PartnerTier[]? Tiers, PartnerStatus[]? Statuses);

internal sealed class PartnerList : Specification<Partner, PartnerRow>
{
    public PartnerList(PartnerFilter f, PagePlan<Partner, PartnerRow>? plan)
    {
        if (f.Term is { } term) Query.Where(p => p.SearchText.Contains(term));
        if (f.Categories is { } categories) Query.Where(p => categories.Contains(p.Category));
        if (f.Tiers is { } tiers) Query.Where(p => tiers.Contains(p.Tier));
        if (f.Statuses is { } statuses) Query.Where(p => statuses.Contains(p.Status));
        plan?.ApplyTo(Query);
        Select(p => new PartnerRow(
            p.Id.Value, p.CompanyName, p.ContactName, p.Email, p.Phone, WireName.Of(p.Category), p.PartnerCode, WireName.Of(p.Status), WireName.Of(p.Tier),
            p.CreatedAt, p.UpdatedAt, 0, 0, 0, 0, 0));
    }
}
