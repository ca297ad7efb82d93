namespace IswitchRoofs.Customers.Domain.Projects;

/// <summary>What this module needs to know of a project: a local copy, kept from Projects' events.</summary>
public sealed class ProjectFact
{
    public const string InProgress = "in_progress";
    private const string Cancelled = "cancelled";
    private static readonly string[] Earned = ["completed", "invoiced", "paid"];

    private ProjectFact()
    {
    }

    public Guid ProjectId { get; private set; }
    public Guid CustomerId { get; private set; }

    /// <summary>Unknown until an event with the project's state has arrived.</summary>
    public string? Status { get; private set; }
    public decimal? ContractValue { get; private set; }
    public IReadOnlyList<Guid> AssignedTeam { get; private set; } = [];
    public DateOnly? StartDate { get; private set; }
    public DateOnly? ActualEndDate { get; private set; }
    public DateOnly OpenedOn { get; private set; }
    public bool Deleted { get; private set; }
    public DateTimeOffset LastEventAt { get; private set; }

    public bool Counts => !Deleted && Status is not null and not Cancelled;

    public decimal EarnedValue => !Deleted && Earned.Contains(Status) ? ContractValue ?? 0 : 0;

    /// <summary>When the project ended; while it has not, when it was started or opened, whichever is later.</summary>
    public DateOnly LastOn => ActualEndDate ?? (StartDate > OpenedOn ? StartDate.Value : OpenedOn);

    public static ProjectFact Of(Guid projectId, Guid customerId) => new() { ProjectId = projectId, CustomerId = customerId };

    /// <returns>False when the event is older than what is known: it is ignored.</returns>
    public bool Learn(ProjectState state, DateOnly on, DateTimeOffset occurredAt)
    {
        if (OpenedOn == default || on < OpenedOn) OpenedOn = on;
        if (occurredAt < LastEventAt) return false;
        Status = state.Status;
        ContractValue = state.ContractValue;
        AssignedTeam = state.AssignedTeam;
        StartDate = state.StartDate;
        ActualEndDate = state.ActualEndDate;
        LastEventAt = occurredAt;
        return true;
    }

    /// <inheritdoc cref="Learn"/>
    public bool MarkDeleted(bool deleted, DateOnly on, DateTimeOffset occurredAt)
    {
        if (OpenedOn == default || on < OpenedOn) OpenedOn = on;
        if (occurredAt < LastEventAt) return false;
        Deleted = deleted;
        LastEventAt = occurredAt;
        return true;
    }
}

/// <summary>A project as its events tell it.</summary>
public sealed record ProjectState(
    string Status, decimal? ContractValue, IReadOnlyList<Guid> AssignedTeam, DateOnly? StartDate, DateOnly? ActualEndDate);
