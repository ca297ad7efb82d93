namespace IswitchRoofs.Analytics.Infrastructure.Persistence.Rows;

// Written by FactSql and read by DashboardReader: these classes only give the tables their shape.

internal sealed class LeadFactRow
{
    public required Guid LeadId { get; init; }
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The company's day.</summary>
    public DateOnly? CapturedDay { get; init; }
    public string Source { get; init; } = "";
    public int Score { get; init; }
    public string Temperature { get; init; } = "";
    public string? ProjectType { get; init; }
    public decimal? EstimatedValue { get; init; }
    public Guid? AssigneeId { get; init; }
    public string Status { get; init; } = "";

    /// <summary>The furthest stage ever reached; never goes back.</summary>
    public short FurthestStage { get; init; }
    public DateTimeOffset? ContactedAt { get; init; }
    public DateTimeOffset? QualifiedAt { get; init; }
    public DateTimeOffset? AppointmentAt { get; init; }
    public DateTimeOffset? InspectionAt { get; init; }
    public DateTimeOffset? QuoteAt { get; init; }
    public DateTimeOffset? WonAt { get; init; }
    public bool IsDeleted { get; init; }
    public DateTimeOffset LastEventAt { get; init; }
    public Guid LastEventId { get; init; }
    public DateTimeOffset StatusEventAt { get; init; }
    public Guid StatusEventId { get; init; }
    public DateTimeOffset TrashEventAt { get; init; }
    public Guid TrashEventId { get; init; }
}

internal sealed class ProjectFactRow
{
    public required Guid ProjectId { get; init; }
    public DateTimeOffset? OpenedAt { get; init; }
    public Guid? CustomerId { get; init; }
    public string ProjectType { get; init; } = "";
    public string Status { get; init; } = "";
    public decimal? Budget { get; init; }
    public decimal ActualCost { get; init; }
    public decimal? ContractValue { get; init; }
    public DateOnly? EndDate { get; init; }
    public DateOnly? CompletedOn { get; init; }
    public bool IsDeleted { get; init; }
    public DateTimeOffset LastEventAt { get; init; }
    public Guid LastEventId { get; init; }
    public DateTimeOffset TrashEventAt { get; init; }
    public Guid TrashEventId { get; init; }
}

internal sealed class AppointmentFactRow
{
    public required Guid AppointmentId { get; init; }
    public string AppointmentType { get; init; } = "";
    public string Status { get; init; } = "";
    public Guid? AssignedTo { get; init; }
    public DateTimeOffset? StartsAt { get; init; }
    public DateOnly? StartsOn { get; init; }
    public bool IsDeleted { get; init; }
    public DateTimeOffset LastEventAt { get; init; }
    public Guid LastEventId { get; init; }
    public DateTimeOffset TrashEventAt { get; init; }
    public Guid TrashEventId { get; init; }
}

/// <summary>The leads of one day, counted by one property: what a dashboard sums up, whatever the number of leads.</summary>
internal sealed class LeadDayRow
{
    public required string Dimension { get; init; }
    public required DateOnly Day { get; init; }
    public required string Value { get; init; }
    public int Leads { get; init; }
    public int Won { get; init; }
    public long ScoreSum { get; init; }
    public decimal ValueSum { get; init; }
    public double DaysToWin { get; init; }
}

/// <summary>Appended with each change of a fact, taken away by <c>DailyRollup</c> once the day is counted again.</summary>
internal sealed class FactChangeMark
{
    public long Position { get; init; }

    /// <summary>Null when no day's leads have changed, only other figures.</summary>
    public DateOnly? Day { get; init; }
}
