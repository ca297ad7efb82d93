using System.Globalization;
using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Referrals;

/// <summary>The list of referrals, by when they were made; several statuses are separated by commas.</summary>
public sealed record SearchReferrals(Guid? PartnerId, string? Status, string? From, string? To, PageRequest Page);

public sealed class SearchReferralsHandler(IReadRepository<Referral> referrals, ReferralAnswers answers, AnswerCache cache, ICompanyClock company) : IUseCase
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private static readonly SortMap<Referral, Referral> Sorts = SortMap<Referral, Referral>
        .Create("-created_at", r => r.Id, row => row.Id.Value)
        .By("created_at", r => r.CreatedAt, row => row.CreatedAt)
        .By("updated_at", r => r.UpdatedAt, row => row.UpdatedAt)
        .By("commission_amount", r => r.CommissionAmount ?? 0, row => row.CommissionAmount ?? 0);

    public async Task<Result<PageOf<ReferralDetails>>> HandleAsync(SearchReferrals request, CancellationToken ct)
    {
        var check = new Validation();
        var filter = new ReferralFilter(
            request.PartnerId is { } id ? new PartnerId(id) : null, check.Enums<ReferralStatus>("status", request.Status),
            DateFilter.From("from", request.From, company, check), DateFilter.To("to", request.To, company, check));
        var plan = Sorts.Plan(request.Page, check);
        if (check.Failed || plan is null) return check.ToError();
        var key = string.Create(CultureInfo.InvariantCulture, $"referrals:list:{request.PartnerId}|{request.Status}|{request.From}|{request.To}|{plan.Sort}|{plan.PerPage}:v1");
        return plan.IsFirst
            ? await cache.GetAsync(key, ["referrals", "partners", "leads"], Lifetime, token => LoadAsync(filter, plan, token), ct)
            : await LoadAsync(filter, plan, ct);
    }

    private async ValueTask<PageOf<ReferralDetails>> LoadAsync(ReferralFilter filter, PagePlan<Referral, Referral> plan, CancellationToken ct)
    {
        var total = plan.ByCursor ? (int?)null : await referrals.CountAsync(new ReferralList(filter, null), ct);
        var page = plan.ToPage(await referrals.ListAsync(new ReferralList(filter, plan), ct), total);
        return new PageOf<ReferralDetails>(await answers.OfAsync(page.Items, ct), page.Page, page.PerPage, page.Total, page.Pages, page.NextCursor);
    }

    private sealed record ReferralFilter(PartnerId? Partner, ReferralStatus[]? Statuses, DateTimeOffset? From, DateTimeOffset? To);

    private sealed class ReferralList : Specification<Referral>
    {
        public ReferralList(ReferralFilter f, PagePlan<Referral, Referral>? plan)
        {
            if (f.Partner is { } partner) Query.Where(r => r.PartnerId == partner);
            if (f.Statuses is { } statuses) Query.Where(r => statuses.Contains(r.Status));
            if (f.From is { } from) Query.Where(r => r.CreatedAt >= from);
            if (f.To is { } to) Query.Where(r => r.CreatedAt < to);
            plan?.ApplyTo(Query);
        }
    }
}
