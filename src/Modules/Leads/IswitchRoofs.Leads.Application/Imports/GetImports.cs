using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Imports;

public sealed record GetImport(Guid Id);

public sealed class GetImportHandler(ImportLookup imports) : IUseCase
{
    public async Task<Result<Versioned<ImportDetails>>> HandleAsync(GetImport request, CancellationToken ct)
    {
        var found = await imports.FindAsync(request.Id, null, ct);
        return found.IsFailure ? found.Error : await imports.AnswerAsync(found.Value, ct);
    }
}

/// <summary>The imports, newest first.</summary>
/// <param name="Status">Several are separated by commas.</param>
public sealed record ListImports(string? Status, PageRequest Page);

/// <summary>An import in the list.</summary>
public sealed record ImportListRow(
    Guid Id, string FileName, string Status, int TotalRows, int Created, int Updated, int Invalid, string CreatedByName, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt);

public sealed class ListImportsHandler(IReadRepository<LeadImport> imports, IReadRepository<ImportProgress> progress) : IUseCase
{
    private static readonly SortMap<LeadImport, ImportListRow> Sorts = SortMap<LeadImport, ImportListRow>
        .Create("-created_at", i => i.Id, row => row.Id)
        .By("created_at", i => i.CreatedAt, row => row.CreatedAt);

    public async Task<Result<PageOf<ImportListRow>>> HandleAsync(ListImports request, CancellationToken ct)
    {
        var check = new Validation();
        var statuses = check.Enums<ImportStatus>("status", request.Status);
        var plan = Sorts.Plan(request.Page, check);
        if (check.Failed || plan is null) return check.ToError();
        var rows = await imports.ListAsync(new ImportList(statuses, plan), ct);
        LeadImportId[] ids = [.. rows.Select(r => new LeadImportId(r.Id))];
        var counted = (await progress.ListAsync(new ProgressOf(ids), ct)).ToDictionary(p => p.Id.Value);
        rows = [.. rows.Select(r => counted.TryGetValue(r.Id, out var p) ? r with { Created = p.Created, Updated = p.Updated, Invalid = p.Invalid } : r)];
        return plan.ToPage(rows, plan.ByCursor ? null : await imports.CountAsync(new ImportList(statuses, null), ct));
    }

    private sealed class ImportList : Specification<LeadImport, ImportListRow>
    {
        public ImportList(ImportStatus[]? statuses, PagePlan<LeadImport, ImportListRow>? plan)
        {
            if (statuses is not null) Query.Where(i => statuses.Contains(i.Status));
            plan?.ApplyTo(Query);
            Select(i => new ImportListRow(i.Id.Value, i.FileName, WireName.Of(i.Status), i.TotalRows, 0, 0, 0, i.CreatedByName, i.CreatedAt, i.EndedAt));
        }
    }

    private sealed class ProgressOf : Specification<ImportProgress>
    {
        public ProgressOf(LeadImportId[] ids) => Query.Where(p => ids.Contains(p.Id));
    }
}
