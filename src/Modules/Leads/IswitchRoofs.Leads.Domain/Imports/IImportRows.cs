namespace IswitchRoofs.Leads.Domain.Imports;

/// <summary>The rows of imports: too many for one aggregate.</summary>
public interface IImportRows
{
    /// <summary>Stores the rows and, once they are counted, the import; all or nothing.</summary>
    /// <exception cref="ImportFileException">The file cannot be read to its end, or holds too many rows.</exception>
    Task StoreAsync(LeadImportId id, IEnumerable<ReadRow> rows, int most, Func<int, LeadImport> received, CancellationToken ct);

    /// <summary>Keeps a corrected row with what its check found, and looks for what it matches now; part of the running unit of work.</summary>
    /// <returns>Its new state.</returns>
    Task<ImportRowState> CorrectAsync(LeadImport import, int rowNo, string[] cells, ImportRowState state, RowVerdict verdict, CancellationToken ct);
}

/// <summary>What the check of one row found.</summary>
/// <param name="Facts">As JSON; null when something is wrong.</param>
public sealed record RowVerdict(string? Phone, string? Email, string? Facts, IReadOnlyList<RowProblem> Problems);
