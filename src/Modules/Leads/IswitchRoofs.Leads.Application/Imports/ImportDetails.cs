using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>One import: what its columns mean, how far it has come, what it counted.</summary>
public sealed record ImportDetails
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }

    /// <summary>csv or xlsx.</summary>
    public required string Format { get; init; }

    /// <summary>As it was found; null for a workbook, as is the delimiter.</summary>
    public string? Encoding { get; init; }
    public string? Delimiter { get; init; }

    /// <summary>mapping, validating, validated, running, completed, cancelled, failed, undoing or undone.</summary>
    public required string Status { get; init; }
    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    /// <summary>For rows that name no source.</summary>
    public string? DefaultSource { get; init; }

    /// <summary>What happens to an open lead with the same phone or e-mail: update or skip.</summary>
    public required string OnMatch { get; init; }

    /// <summary>Who gets the new leads; null for nobody.</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>What the mapping still lacks; null when the file can be validated.</summary>
    public string? MappingLacks { get; init; }
    public required ImportCounts Counts { get; init; }
    public required ImportStep Progress { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Problem { get; init; }
    public Guid? CreatedBy { get; init; }
    public required string CreatedByName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ValidatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Until when it can be undone; null when there is nothing to undo.</summary>
    public DateTimeOffset? UndoUntil { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }
}

/// <param name="Header">As in the file; a second one of the same name gets a number.</param>
/// <param name="Field">The lead's field that it fills; null for none.</param>
/// <param name="Samples">Its first values.</param>
public sealed record ImportColumn(string Header, string? Field, IReadOnlyList<string> Samples);

/// <param name="New">Rows that will become leads; with the next four, what the dry run found.</param>
/// <param name="Update">Rows that will change an open lead.</param>
/// <param name="Duplicate">Rows that say nothing new: repeated in the file, customers already, or leads that have all of it.</param>
/// <param name="Invalid">Rows that cannot be imported as they are.</param>
/// <param name="Dropped">Rows that somebody took out.</param>
/// <param name="Created">Leads that came in.</param>
/// <param name="Updated">Leads that were changed.</param>
/// <param name="Undone">Leads that went to the trash again, or got back what they had.</param>
/// <param name="Kept">Leads that undo left alone, since somebody changed them.</param>
public sealed record ImportCounts(int Total, int New, int Update, int Duplicate, int Invalid, int Dropped, int Created, int Updated, int Undone, int Kept);

/// <param name="Done">Rows that the running step has handled.</param>
/// <param name="Total">Rows it has to handle; 0 when none runs.</param>
public sealed record ImportStep(int Done, int Total, int Percent);

/// <summary>A row of a file, and what becomes of it.</summary>
/// <param name="RowNo">As a spreadsheet counts: the header is row 1.</param>
/// <param name="State">pending, new, update, duplicate, invalid, dropped; after the run created or updated, after undo undone or kept.</param>
/// <param name="Values">Its cells by header.</param>
/// <param name="LeadId">The lead it matches, or has become.</param>
public sealed record ImportRow(Guid Id, int RowNo, string State, IReadOnlyDictionary<string, string> Values, IReadOnlyList<CheckedProblem> Problems, Guid? LeadId);

/// <summary>What the dry run found.</summary>
/// <param name="Problems">The first hundred rows that cannot be imported as they are.</param>
public sealed record ImportChecked(ImportCounts Counts, IReadOnlyList<ImportRow> Problems, ImportDetails Import);

internal static class ImportAnswers
{
    public const int Samples = 3;

    public static uint VersionOf(LeadImport import, ImportProgress progress) => unchecked((import.Version * 31) + progress.Version);

    public static Versioned<ImportDetails> Answer(LeadImport import, ImportProgress progress, IReadOnlyList<LeadImportRow> first) => new(
        new ImportDetails
        {
            Id = import.Id.Value,
            FileName = import.FileName,
            Format = import.Format,
            Encoding = import.Encoding,
            Delimiter = import.Delimiter,
            Status = WireName.Of(import.Status),
            Columns = [.. import.Headers.Select((header, i) => new ImportColumn(
                header, import.Fields[i].Length == 0 ? null : import.Fields[i], [.. first.Select(r => i < r.Cells.Length ? r.Cells[i] : "").Where(v => v.Length > 0)]))],
            DefaultSource = import.DefaultSource is { } source ? WireName.Of(source) : null,
            OnMatch = WireName.Of(import.OnMatch),
            AssignedTo = import.AssignedTo,
            MappingLacks = LeadImport.Missing(import.Fields, import.DefaultSource),
            Counts = CountsOf(import, progress),
            Progress = StepOf(import, progress),
            Problem = import.Problem,
            CreatedBy = import.CreatedBy,
            CreatedByName = import.CreatedByName,
            CreatedAt = import.CreatedAt,
            ValidatedAt = import.ValidatedAt,
            StartedAt = import.StartedAt,
            EndedAt = import.EndedAt,
            UndoUntil = progress.Created + progress.Updated > 0 ? import.UndoUntil : null,
            UndoneAt = import.UndoneAt,
        },
        VersionOf(import, progress));

    public static ImportCounts CountsOf(LeadImport i, ImportProgress p) =>
        new(i.TotalRows, p.New, p.Update, p.Duplicate, p.Invalid, p.Dropped, p.Created, p.Updated, p.Undone, p.Kept);

    public static ImportStep StepOf(LeadImport import, ImportProgress p) =>
        import.WorksInBackground ? new ImportStep(p.Done, p.Steps, p.Steps == 0 ? 0 : (int)(100L * p.Done / p.Steps)) : new ImportStep(0, 0, 0);

    public static ImportRow Row(LeadImport import, LeadImportRow row) => new(
        row.Id.Value, row.RowNo, WireName.Of(row.State),
        import.Headers.Select((header, i) => (header, Cell: i < row.Cells.Length ? row.Cells[i] : ""))
            .Concat(row.Cells.Skip(import.Headers.Count).Select((cell, i) => (header: $"Column {import.Headers.Count + i + 1}", Cell: cell)))
            .DistinctBy(c => c.header, StringComparer.Ordinal).ToDictionary(c => c.header, c => c.Cell),
        [.. row.Problems.Select(p => new CheckedProblem(p.Field, p.Message, p.Value))], row.LeadId);
}
