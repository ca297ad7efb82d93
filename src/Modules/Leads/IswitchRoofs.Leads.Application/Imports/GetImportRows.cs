using System.Runtime.CompilerServices;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>The rows of an import in the order of the file.</summary>
/// <param name="State">Several are separated by commas.</param>
public sealed record GetImportRows(Guid Id, string? State, PageRequest Page);

public sealed class GetImportRowsHandler(IRepository<LeadImport> imports, IReadRepository<LeadImportRow> rows) : IUseCase
{
    private static readonly SortMap<LeadImportRow, ImportRow> Sorts = SortMap<LeadImportRow, ImportRow>
        .Create("row_no", r => r.Id, row => row.Id)
        .By("row_no", r => r.RowNo, row => row.RowNo);

    public async Task<Result<PageOf<ImportRow>>> HandleAsync(GetImportRows request, CancellationToken ct)
    {
        var check = new Validation();
        var states = check.Enums<ImportRowState>("state", request.State);
        var plan = Sorts.Plan(request.Page, check);
        if (check.Failed || plan is null) return check.ToError();
        var import = await imports.FindAsync(new LeadImportId(request.Id), ct);
        if (import is null) return ImportErrors.NotFound(request.Id);
        var page = await rows.ListAsync(new RowsOf(import.Id, states, plan), ct);
        return plan.ToPage([.. page.Select(r => ImportAnswers.Row(import, r))], plan.ByCursor ? null : await rows.CountAsync(new RowsOf(import.Id, states, null), ct));
    }
}

/// <summary>The rows that cannot be imported, with their reasons, to be corrected where they came from.</summary>
public sealed record ExportImportRows(Guid Id);

/// <param name="Headers">Of the file.</param>
/// <param name="Rows">Read while they are walked through.</param>
public sealed record ImportRowExport(string FileName, IReadOnlyList<string> Headers, IAsyncEnumerable<ImportRow> Rows);

public sealed class ExportImportRowsHandler(IRepository<LeadImport> imports, GetImportRowsHandler pages) : IUseCase
{
    public async Task<Result<ImportRowExport>> HandleAsync(ExportImportRows request, CancellationToken ct)
    {
        var import = await imports.FindAsync(new LeadImportId(request.Id), ct);
        return import is null ? ImportErrors.NotFound(request.Id) : new ImportRowExport(import.FileName, import.Headers, RowsAsync(request.Id, ct));
    }

    private async IAsyncEnumerable<ImportRow> RowsAsync(Guid id, [EnumeratorCancellation] CancellationToken ct)
    {
        for (string? cursor = null; ;)
        {
            var page = (await pages.HandleAsync(new GetImportRows(id, "invalid", new PageRequest(PerPage: PageRequest.LargestPerPage, Cursor: cursor)), ct)).Value;
            foreach (var row in page.Items) yield return row;
            if (page.NextCursor is null) yield break;
            cursor = page.NextCursor;
        }
    }
}

internal sealed class RowsOf : Specification<LeadImportRow>
{
    public RowsOf(LeadImportId id, ImportRowState[]? states, PagePlan<LeadImportRow, ImportRow>? plan)
    {
        Query.Where(r => r.ImportId == id);
        if (states is [var one]) Query.Where(r => r.State == one);
        else if (states is not null) Query.Where(r => states.Contains(r.State));
        plan?.ApplyTo(Query);
    }
}
