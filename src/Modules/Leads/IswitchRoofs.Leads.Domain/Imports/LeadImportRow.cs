using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Imports;

public readonly record struct LeadImportRowId(Guid Value) : ITypedId<LeadImportRowId>
{
    public static LeadImportRowId From(Guid value) => new(value);
}

/// <summary>A row of an imported file as it was read, and what became of it.</summary>
public sealed class LeadImportRow
{
    private LeadImportRow()
    {
    }

    public LeadImportRowId Id { get; private set; }

    public LeadImportId ImportId { get; private set; }

    /// <summary>As a spreadsheet counts: the header is row 1.</summary>
    public int RowNo { get; private set; }

    public string[] Cells { get; private set; } = [];

    public ImportRowState State { get; private set; }

    public string? Phone { get; private set; }

    public string? Email { get; private set; }

    /// <summary>What the row says about the lead, checked, as JSON.</summary>
    public string? Facts { get; private set; }

    /// <summary>Why it is invalid, a duplicate or was left alone.</summary>
    public IReadOnlyList<RowProblem> Problems { get; private set; } = [];

    /// <summary>The lead it matches, or has become.</summary>
    public Guid? LeadId { get; private set; }

    /// <summary>What an updated lead was before, as JSON.</summary>
    public string? Before { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }
}

/// <param name="Field">The lead's field; empty when the row as a whole is meant.</param>
/// <param name="Value">As it stands in the file.</param>
public sealed record RowProblem(string Field, string Message, string? Value = null);

public enum ImportRowState
{
    Pending,
    New,
    Update,
    Duplicate,
    Invalid,
    Dropped,
    Created,
    Updated,
    Undone,
    Kept,
}
