using System.Globalization;

namespace IswitchRoofs.Scheduling.Domain.Calendar;

/// <summary>
/// When the company works (A1), by the wall clock of its own zone: 08:00 stays 08:00 when the clocks change.
/// </summary>
/// <param name="zone">The company's time zone.</param>
/// <param name="hours">Opening hours of each weekday; a day that is missing is closed.</param>
/// <param name="holidays">Closed all day.</param>
public sealed class BusinessCalendar(
    TimeZoneInfo zone, IReadOnlyDictionary<DayOfWeek, OpeningHours> hours, IReadOnlySet<DateOnly> holidays)
{
    public static IReadOnlyDictionary<DayOfWeek, OpeningHours> StandardHours { get; } = new Dictionary<DayOfWeek, OpeningHours>
    {
        [DayOfWeek.Monday] = new(new TimeOnly(8, 0), new TimeOnly(18, 0)),
        [DayOfWeek.Tuesday] = new(new TimeOnly(8, 0), new TimeOnly(18, 0)),
        [DayOfWeek.Wednesday] = new(new TimeOnly(8, 0), new TimeOnly(18, 0)),
        [DayOfWeek.Thursday] = new(new TimeOnly(8, 0), new TimeOnly(18, 0)),
        [DayOfWeek.Friday] = new(new TimeOnly(8, 0), new TimeOnly(18, 0)),
        [DayOfWeek.Saturday] = new(new TimeOnly(9, 0), new TimeOnly(14, 0)),
    };

    /// <summary>From opening to closing; null on a closed day.</summary>
    public TimeSlot? OpenOn(DateOnly day) =>
        !holidays.Contains(day) && hours.TryGetValue(day.DayOfWeek, out var open)
            ? new TimeSlot(InstantOf(day, open.From), InstantOf(day, open.To))
            : null;

    /// <summary>Whether it lies within the hours of one day: both ends count as within.</summary>
    public bool Contains(DateTimeOffset from, DateTimeOffset to) =>
        OpenOn(DayOf(from)) is { } open && open.StartsAt <= from && to <= open.EndsAt;

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The hours of that day, for people: <c>Saturday 09:00-14:00</c>.</summary>
    public string Describe(DateTimeOffset instant)
    {
        var day = DayOf(instant);
        if (holidays.Contains(day)) return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is a holiday");
        return hours.TryGetValue(day.DayOfWeek, out var open)
            ? string.Create(CultureInfo.InvariantCulture, $"{day.DayOfWeek} {open.From:HH:mm}-{open.To:HH:mm}")
            : $"{day.DayOfWeek} closed";
    }

    private DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);

        // A time that the spring night skips begins when the gap ends; of the hour that comes twice the first counts.
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}

public readonly record struct OpeningHours(TimeOnly From, TimeOnly To);
