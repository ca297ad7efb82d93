namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>Every day from a time to a time on somebody's clock, over midnight when the end is before the beginning.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    /// <summary>When the quiet hours end in which an instant lies; null when it lies in none.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        var overMidnight = To < From;
        var within = overMidnight ? time >= From || time < To : time >= From && time < To;
        if (!within) return null;
        var day = DateOnly.FromDateTime(local);
        var end = WallClock.At(overMidnight && time >= From ? day.AddDays(1) : day, To, Zone);

        // In the autumn hour that comes twice they end with its first pass.
        return end > instant ? end : null;
    }
}

internal static class WallClock
{
    /// <summary>The instant of a wall-clock time; one that a spring night skips moves on by the gap, of two in autumn the first counts.</summary>
    internal static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(time);
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(30);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
