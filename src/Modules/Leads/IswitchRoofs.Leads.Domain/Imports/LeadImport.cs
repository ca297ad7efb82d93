using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Imports;

public readonly record struct LeadImportId(Guid Value) : ITypedId<LeadImportId>
{
    public static LeadImportId New(DateTimeOffset now) => new(Uuid.New(now));

    public static LeadImportId From(Guid value) => new(value);
}

/// <summary>One file of leads on its way into the pipeline (L6): what its columns mean, and how far it has come.</summary>
public sealed class LeadImport : AggregateRoot
{
    /// <summary>How long it can be taken back, and how long its rows are kept.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromDays(30);

    private LeadImport()
    {
    }

    public LeadImportId Id { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>csv or xlsx.</summary>
    public string Format { get; private set; } = "";

    /// <summary>As it was found; null for a workbook.</summary>
    public string? Encoding { get; private set; }

    /// <summary>As it was found; null for a workbook.</summary>
    public string? Delimiter { get; private set; }

    /// <summary>Each once: a second "Phone" is "Phone (2)".</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>For each header the field it fills; empty for a column that is left out.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>For rows that name no source.</summary>
    public LeadSource? DefaultSource { get; private set; }

    public OnMatch OnMatch { get; private set; }

    /// <summary>Who gets the new leads; null for nobody.</summary>
    public Guid? AssignedTo { get; private set; }

    public ImportStatus Status { get; private set; }

    public int TotalRows { get; private set; }

    /// <summary>Why it failed, for people.</summary>
    public string? Problem { get; private set; }

    public Guid? CreatedBy { get; private set; }

    public string CreatedByName { get; private set; } = "";

    public DateTimeOffset? ValidatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>In whose name the background works: who asked for it last.</summary>
    public Guid? AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public Actor Asker => new(AskedBy, AskedByName);

    public bool WorksInBackground => Status is ImportStatus.Validating or ImportStatus.Running or ImportStatus.Undoing;

    public DateTimeOffset? UndoUntil => Status is ImportStatus.Completed or ImportStatus.Cancelled or ImportStatus.Failed && StartedAt is not null ? EndedAt + UndoWindow : null;

    public static LeadImport Receive(LeadImportId id, string fileName, ImportedFile file, IReadOnlyList<string> fields, LeadSource? defaultSource, int rows, Actor actor) => new()
    {
        Id = id,
        FileName = fileName,
        Format = file.Format,
        Encoding = file.Encoding,
        Delimiter = file.Delimiter,
        Headers = file.Headers,
        Fields = fields,
        DefaultSource = defaultSource,
        TotalRows = rows,
        CreatedBy = actor.Id,
        CreatedByName = actor.Name,
        AskedBy = actor.Id,
        AskedByName = actor.Name,
    };

    /// <summary>Says what the columns mean; what was found in the rows before no longer holds.</summary>
    public Result Map(IReadOnlyList<string> fields, LeadSource? defaultSource, OnMatch onMatch, Guid? assignedTo)
    {
        if (Status is not (ImportStatus.Mapping or ImportStatus.Validated)) return ImportErrors.NotReady(Status, "its columns can be mapped before it runs");
        (Fields, DefaultSource, OnMatch, AssignedTo, Status, ValidatedAt) = (fields, defaultSource, onMatch, assignedTo, ImportStatus.Mapping, null);
        return Result.Success();
    }

    /// <summary>Asks for the dry run.</summary>
    public Result AskForCheck(Actor actor)
    {
        if (Status is not (ImportStatus.Mapping or ImportStatus.Validated)) return ImportErrors.NotReady(Status, "it is checked before it runs");
        if (Missing(Fields, DefaultSource) is { } missing) return ImportErrors.MappingIncomplete(missing);
        (Status, ValidatedAt) = (ImportStatus.Validating, null);
        Ask(actor);
        return Result.Success();
    }

    public void Checked(DateTimeOffset now) => (Status, ValidatedAt) = (ImportStatus.Validated, now);

    public Result Run(Actor actor, DateTimeOffset now)
    {
        if (Status != ImportStatus.Validated) return ImportErrors.NotReady(Status, "it runs once it is checked");
        (Status, StartedAt) = (ImportStatus.Running, now);
        Ask(actor);
        return Result.Success();
    }

    /// <summary>One batch is in: told as one, for a file would drown everybody in single news.</summary>
    public void TellOf(IReadOnlyList<Lead> created, IReadOnlyList<Lead> updated, DateTimeOffset now)
    {
        if (created.Count + updated.Count > 0) Raise(new LeadsCameIn(this, created, updated, now));
    }

    /// <summary>One batch is taken back.</summary>
    public void TellOfUndone(IReadOnlyList<Guid> trashed, IReadOnlyList<Lead> restored, DateTimeOffset now)
    {
        if (trashed.Count + restored.Count > 0) Raise(new LeadsWentBack(this, trashed, restored, now));
    }

    public void Complete(ImportProgress progress, DateTimeOffset now) => End(ImportStatus.Completed, progress, now);

    /// <summary>Stops it wherever it is; what is done stays, and can be undone.</summary>
    public Result Cancel(DateTimeOffset now)
    {
        if (Status is not (ImportStatus.Mapping or ImportStatus.Validating or ImportStatus.Validated or ImportStatus.Running))
            return ImportErrors.NotReady(Status, "it can be cancelled until it has ended");
        (Status, EndedAt) = (ImportStatus.Cancelled, now);
        return Result.Success();
    }

    public void Fail(string problem, ImportProgress progress, DateTimeOffset now)
    {
        Problem = problem;
        End(ImportStatus.Failed, progress, now);
    }

    public Result Undo(ImportProgress progress, Actor actor, DateTimeOffset now)
    {
        if (Status is ImportStatus.Undoing or ImportStatus.Undone) return ImportErrors.AlreadyUndone();
        if (UndoUntil is not { } until) return ImportErrors.NotReady(Status, "only what ran can be undone");
        if (until < now) return ImportErrors.UndoTooLate();
        if (progress.Created + progress.Updated == 0) return ImportErrors.NothingToUndo();
        Status = ImportStatus.Undoing;
        Ask(actor);
        return Result.Success();
    }

    public void FinishUndo(ImportProgress progress, DateTimeOffset now)
    {
        (Status, UndoneAt) = (ImportStatus.Undone, now);
        Raise(new LeadImportEnded(this, progress, now));
    }

    /// <summary>What the columns still lack, for people; null when nothing.</summary>
    public static string? Missing(IReadOnlyList<string> fields, LeadSource? defaultSource)
    {
        if (!fields.Contains(ImportFields.FullName) && !(fields.Contains("first_name") && fields.Contains("last_name"))) return "a column for the name, or for first and last name";
        if (!fields.Contains("phone") && !fields.Contains("email")) return "a column for the phone number or the e-mail address";
        return defaultSource is null && !fields.Contains("source") ? "a column for the source, or a source for all rows" : null;
    }

    private void Ask(Actor actor) => (AskedBy, AskedByName) = (actor.Id, actor.Name);

    private void End(ImportStatus status, ImportProgress progress, DateTimeOffset now)
    {
        (Status, EndedAt) = (status, now);
        Raise(new LeadImportEnded(this, progress, now));
    }
}

/// <summary>What reading a file tells about it before its rows.</summary>
public sealed record ImportedFile(string Format, string? Encoding, string? Delimiter, IReadOnlyList<string> Headers);

public enum ImportStatus
{
    Mapping,
    Validating,
    Validated,
    Running,
    Completed,
    Cancelled,
    Failed,
    Undoing,
    Undone,
}

/// <summary>What happens to an open lead that a row matches by phone or e-mail.</summary>
public enum OnMatch
{
    Update,
    Skip,
}
