namespace IswitchRoofs.Analytics.Application.Projections;

/// <summary>
/// What one event says about one record. A part that the event is silent about is null. Each part is stamped when it
/// is stored, and an older stamp never overwrites a newer one, so that duplicates and reordering do no harm.
/// </summary>
public abstract record FactChange(Guid Key, Guid EventId, DateTimeOffset At)
{
    /// <summary>Whether the record is in the trash.</summary>
    public bool? IsDeleted { get; init; }
}

public sealed record LeadFactChange(Guid Key, Guid EventId, DateTimeOffset At) : FactChange(Key, EventId, At)
{
    public LeadFacts? Facts { get; init; }

    public string? Status { get; init; }

    /// <summary>When the lead came in; only its first event knows.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    public DateOnly? CapturedDay { get; init; }

    /// <summary>The furthest stage that the event proves, see <c>Pipeline.Stages</c>.</summary>
    public int Stage { get; init; }

    /// <summary>When that stage was reached; null when the event only shows that it was reached before.</summary>
    public DateTimeOffset? ReachedAt { get; init; }
}

/// <summary>The same part of many leads at once, by one event.</summary>
public sealed record ManyLeadFactChanges(Guid EventId, DateTimeOffset At, IReadOnlyList<(Guid LeadId, LeadFacts Facts)> Leads) : FactChange(Guid.Empty, EventId, At);

public sealed record LeadFacts(string Source, int Score, string Temperature, string? ProjectType, decimal? EstimatedValue, Guid? AssigneeId);

public sealed record ProjectFactChange(Guid Key, Guid EventId, DateTimeOffset At) : FactChange(Key, EventId, At)
{
    public ProjectFacts? Facts { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }
}

public sealed record ProjectFacts(
    Guid CustomerId,
    string ProjectType,
    string Status,
    decimal? Budget,
    decimal ActualCost,
    decimal? ContractValue,
    DateOnly? EndDate,
    DateOnly? CompletedOn);

public sealed record AppointmentFactChange(Guid Key, Guid EventId, DateTimeOffset At) : FactChange(Key, EventId, At)
{
    public AppointmentFacts? Facts { get; init; }
}

public sealed record AppointmentFacts(string AppointmentType, string Status, Guid AssignedTo, DateTimeOffset StartsAt, DateOnly StartsOn);
