namespace IswitchRoofs.Analytics.Infrastructure.Persistence.Rows;

/// <summary>An event as it arrived: appended, never changed. All figures can be made anew from these.</summary>
internal sealed class EventLogEntry
{
    public required Guid EventId { get; init; }
    public long Position { get; init; }

    /// <summary>Stable alias, e.g. of the first version of "a lead was created".</summary>
    public required string Type { get; init; }
    public required string Payload { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
}
