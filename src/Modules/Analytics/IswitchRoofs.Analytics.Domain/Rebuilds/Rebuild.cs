using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Analytics.Domain.Rebuilds;

/// <summary>One run of making all figures anew from the event log (K12).</summary>
public sealed class Rebuild : AggregateRoot
{
    private Rebuild()
    {
    }

    public RebuildId Id { get; private set; }

    public RebuildStatus Status { get; private set; }

    public Guid? RequestedBy { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public long EventsReplayed { get; private set; }

    /// <summary>Facts that came out other than they were: 0 when nothing was wrong.</summary>
    public long FactsChanged { get; private set; }

    public string? Failure { get; private set; }

    public bool IsOpen => Status is RebuildStatus.Requested or RebuildStatus.Running;

    public static Rebuild Request(Guid? by, DateTimeOffset now) =>
        new() { Id = RebuildId.New(now), Status = RebuildStatus.Requested, RequestedBy = by };

    /// <summary>Also again, after the host that ran it died.</summary>
    public void Start(DateTimeOffset now) => (Status, StartedAt) = (RebuildStatus.Running, now);

    public void Finish(long eventsReplayed, long factsChanged, DateTimeOffset now) =>
        (Status, EventsReplayed, FactsChanged, FinishedAt) = (RebuildStatus.Done, eventsReplayed, factsChanged, now);

    public void Fail(string failure, DateTimeOffset now) => (Status, Failure, FinishedAt) = (RebuildStatus.Failed, failure, now);
}
