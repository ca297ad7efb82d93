namespace IswitchRoofs.Scheduling.Domain.Calendar;

/// <summary>From an instant to another, the end not included.</summary>
public readonly record struct TimeSlot(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    public bool Overlaps(TimeSlot other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;

    internal Dictionary<string, object?> ToMembers() => new() { ["starts_at"] = StartsAt, ["ends_at"] = EndsAt };
}
