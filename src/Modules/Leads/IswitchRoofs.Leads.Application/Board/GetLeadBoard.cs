using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Stale;
using IswitchRoofs.Leads.Domain.Board;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Board;

/// <summary>The pipeline as columns: what the list's filters leave, best first.</summary>
/// <param name="Filter">The list's filters; its status and page are not looked at.</param>
/// <param name="PerPage">Cards of each column's first page.</param>
public sealed record GetLeadBoard(SearchLeads Filter, int? PerPage = null);

public sealed record LeadBoard(IReadOnlyList<LeadBoardColumn> Columns);

/// <param name="Count">All leads of the column, not only the ones that came along.</param>
/// <param name="Value">Sum of their estimated values.</param>
/// <param name="NextCursor">Continue with GET /api/leads, the same filters, this status, sort=-score and this cursor; null when this is all.</param>
public sealed record LeadBoardColumn(string Status, int Count, decimal Value, IReadOnlyList<LeadRow> Items, string? NextCursor);

public sealed class GetLeadBoardHandler(IReadRepository<Lead> leads, ILeadTotals totals, LeadFilters filters, AnswerCache cache, StaleMarks marks, ICurrentUser user) : IUseCase
{
    public const int DefaultPerPage = 20;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public async Task<Result<LeadBoard>> HandleAsync(GetLeadBoard request, CancellationToken ct)
    {
        var check = new Validation();
        var filter = await filters.ReadAsync(request.Filter with { Status = null }, check, ct);
        var plan = SearchLeadsHandler.Sorts.Plan(new PageRequest(PerPage: request.PerPage ?? DefaultPerPage, Sort: "-score"), check);
        if (check.Failed || plan is null) return check.ToError();
        return LeadFilter.IsKept(request.Filter)
            ? await cache.GetAsync($"leads:board:{LeadFilter.KeyOf(request.Filter with { Status = null }, user, plan.Sort, plan.PerPage)}:v1", LeadFilter.Tags, Lifetime, token => LoadAsync(filter, plan, token), ct)
            : await LoadAsync(filter, plan, ct);
    }

    private async ValueTask<LeadBoard> LoadAsync(LeadFilter filter, PagePlan<Lead, LeadRow> plan, CancellationToken ct)
    {
        var counted = (await totals.ByStatusAsync(new LeadList(filter, null), ct)).ToDictionary(t => t.Status);
        var columns = new List<LeadBoardColumn>();
        foreach (var status in Enum.GetValues<LeadStatus>())
        {
            var total = counted.GetValueOrDefault(status) ?? new StatusTotal(status, 0, 0);
            var page = total.Count == 0
                ? plan.ToPage([], 0)
                : plan.ToPage(await marks.OnAsync(await leads.ListAsync(new LeadList(filter with { Statuses = [status] }, plan), ct), ct), total.Count);
            columns.Add(new LeadBoardColumn(WireName.Of(status), total.Count, total.Value, page.Items, page.NextCursor));
        }

        return new LeadBoard(columns);
    }
}
