using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Imports;

/// <summary>
/// How far the background has come with an import, and what it counted. Beside the import, since it moves many times a
/// second: whoever cancels must not lose against it.
/// </summary>
public sealed class ImportProgress : AggregateRoot
{
    private ImportProgress()
    {
    }

    public LeadImportId Id { get; private set; }

    /// <summary>Row number after which the background goes on.</summary>
    public int LastRow { get; private set; }

    /// <summary>Rows that the running step has handled.</summary>
    public int Done { get; private set; }

    /// <summary>Rows that the running step has to handle.</summary>
    public int Steps { get; private set; }

    public int New { get; private set; }

    public int Update { get; private set; }

    public int Duplicate { get; private set; }

    public int Invalid { get; private set; }

    public int Dropped { get; private set; }

    public int Created { get; private set; }

    public int Updated { get; private set; }

    /// <summary>Trashed again, or given back what they were.</summary>
    public int Undone { get; private set; }

    /// <summary>Left alone by undo, since somebody changed them.</summary>
    public int Kept { get; private set; }

    public static ImportProgress Of(LeadImportId id) => new() { Id = id };

    public void Begin(int steps) => (LastRow, Done, Steps) = (0, 0, steps);

    public void Advance(int lastRow, int rows) => (LastRow, Done) = (lastRow, Math.Min(Steps, Done + rows));

    public void Count(IReadOnlyDictionary<ImportRowState, int> rows)
    {
        int Of(ImportRowState state) => rows.GetValueOrDefault(state);
        (New, Update, Duplicate, Invalid, Dropped) = (Of(ImportRowState.New), Of(ImportRowState.Update), Of(ImportRowState.Duplicate), Of(ImportRowState.Invalid), Of(ImportRowState.Dropped));
    }

    /// <summary>A row was corrected or dropped.</summary>
    public void Move(ImportRowState from, ImportRowState to)
    {
        Add(from, -1);
        Add(to, 1);
    }

    /// <summary>One batch ran; some rows turned out otherwise than the check had found.</summary>
    public void Ran(int created, int updated, int duplicate, int invalid) =>
        (Created, Updated, Duplicate, Invalid) = (Created + created, Updated + updated, Duplicate + duplicate, Invalid + invalid);

    public void TookBack(int undone, int kept) => (Undone, Kept) = (Undone + undone, Kept + kept);

    private void Add(ImportRowState state, int by)
    {
        switch (state)
        {
            case ImportRowState.New: New += by; break;
            case ImportRowState.Update: Update += by; break;
            case ImportRowState.Duplicate: Duplicate += by; break;
            case ImportRowState.Invalid: Invalid += by; break;
            case ImportRowState.Dropped: Dropped += by; break;
            default: break;
        }
    }
}
