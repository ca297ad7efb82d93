using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>Corrects a row before it runs, or drops it.</summary>
public sealed record ChangeImportRow
{
    /// <summary>Stands in the address.</summary>
    [JsonIgnore]
    public int RowNo { get; init; }

    /// <summary>By header the new value; columns that are not named stay.</summary>
    public IReadOnlyDictionary<string, string?>? Values { get; init; }

    /// <summary>True leaves the row out of the import, false takes it in again.</summary>
    public bool? Drop { get; init; }
}

public sealed class ChangeImportRowHandler(ImportLookup imports, IRepository<LeadImport> saving, IReadRepository<LeadImportRow> rows, IImportRows store, ImportRowCheck rowCheck) : IUseCase
{
    private const int LongestCell = 10_000;

    public async Task<Result<ImportRow>> HandleAsync(Guid id, ChangeImportRow request, CancellationToken ct)
    {
        var rowNo = request.RowNo;
        var found = await imports.FindAsync(id, null, ct);
        if (found.IsFailure) return found.Error;
        var (import, progress) = (found.Value.Import, found.Value.Progress);
        var row = await rows.FirstOrDefaultAsync(new RowNumbered(import.Id, rowNo), ct);
        if (row is null) return ImportErrors.RowNotFound(rowNo);
        if (import.Status != ImportStatus.Validated) return ImportErrors.NotReady(import.Status, "rows are corrected after the check and before the run");

        var check = new Validation();
        if (request.Values is null && request.Drop is null) check.Add("values", "or drop is required.");
        var cells = CellsOf(import, row, request.Values, check);
        if (check.Failed) return check.ToError();

        var drop = request.Drop ?? false;
        var verdict = rowCheck.Check(cells, import.Fields, import.DefaultSource is { } source ? WireName.Of(source) : null);
        var problems = drop ? row.Problems : [.. verdict.Problems.Select(p => new RowProblem(p.Field, p.Message, p.Value))];
        var state = drop ? ImportRowState.Dropped : verdict.Problems.Count > 0 ? ImportRowState.Invalid : ImportRowState.New;
        var settled = await store.CorrectAsync(import, rowNo, cells, state, new RowVerdict(verdict.Phone, verdict.Email, verdict.Facts, problems), ct);
        progress.Move(row.State, settled);
        await saving.SaveChangesAsync(ct);
        return ImportAnswers.Row(import, (await rows.FirstOrDefaultAsync(new RowNumbered(import.Id, rowNo), ct))!);
    }

    private static string[] CellsOf(LeadImport import, LeadImportRow row, IReadOnlyDictionary<string, string?>? values, Validation check)
    {
        if (values is null) return row.Cells;

        // Whoever corrects a row with too many cells has looked where its values belong.
        var cells = Enumerable.Range(0, import.Headers.Count).Select(i => i < row.Cells.Length ? row.Cells[i] : "").ToArray();
        foreach (var (header, value) in values)
        {
            var at = Enumerable.Range(0, cells.Length).FirstOrDefault(i => import.Headers[i] == header, -1);
            if (at < 0) check.Add($"values.{header}", "is no column of this file.");
            else cells[at] = check.Text($"values.{header}", value, LongestCell) ?? "";
        }

        return cells;
    }

    private sealed class RowNumbered : Specification<LeadImportRow>
    {
        public RowNumbered(LeadImportId id, int rowNo) => Query.Where(r => r.ImportId == id && r.RowNo == rowNo);
    }
}
