using System.Runtime.CompilerServices;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Export;

/// <summary>Every lead that the list's filters leave, in the list's order (L6).</summary>
/// <param name="Filter">Its page is not looked at, but for the order.</param>
public sealed record ExportLeads(SearchLeads Filter);

/// <param name="Rows">Read while they are walked through.</param>
public sealed record LeadExport(IAsyncEnumerable<LeadRow> Rows);

public sealed class ExportLeadsHandler(IReadRepository<Lead> leads, LeadFilters filters) : IUseCase
{
    public async Task<Result<LeadExport>> HandleAsync(ExportLeads request, CancellationToken ct)
    {
        var check = new Validation();
        var filter = await filters.ReadAsync(request.Filter, check, ct);
        var first = Plan(request.Filter.Page.Sort, null, check);
        return check.Failed || first is null ? check.ToError() : new LeadExport(RowsAsync(filter, first, ct));
    }

    // Walked by cursor: a hundred rows in memory however long the list is, no gap and no repeat while rows are added.
    private async IAsyncEnumerable<LeadRow> RowsAsync(LeadFilter filter, PagePlan<Lead, LeadRow> plan, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var next = plan; next is not null;)
        {
            var page = next.ToPage(await leads.ListAsync(new LeadList(filter, next), ct), null);
            foreach (var row in page.Items) yield return row;
            next = page.NextCursor is null ? null : Plan(plan.Sort, page.NextCursor, new Validation());
        }
    }

    private static PagePlan<Lead, LeadRow>? Plan(string? sort, string? cursor, Validation check) =>
        SearchLeadsHandler.Sorts.Plan(new PageRequest(PerPage: PageRequest.LargestPerPage, Cursor: cursor, Sort: sort), check);
}
