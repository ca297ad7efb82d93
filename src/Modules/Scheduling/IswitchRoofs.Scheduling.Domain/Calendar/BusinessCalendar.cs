using System.Globalization;
using IswitchRoofs.SharedKernel.Results;

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

    /// <summary>What is left of it for a person who works at these hours and is away on these days (A1).</summary>
    /// <param name="workingHours">As <c>monday 08:00-17:00</c>; a weekday that is missing is free. Empty: the company's hours.</param>
    /// <param name="timeOff">Days as <c>2026-12-24/2027-01-02</c>, both included.</param>
    public BusinessCalendar NarrowedBy(IReadOnlyList<string> workingHours, IReadOnlyList<string> timeOff)
    {
        if (workingHours.Count == 0 && timeOff.Count == 0) return this;
        return new BusinessCalendar(zone, workingHours.Count == 0 ? hours : Common(workingHours), Away(timeOff));
    }

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
        if (holidays.Contains(day)) return string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is a holiday or time off");
        return hours.TryGetValue(day.DayOfWeek, out var open)
            ? string.Create(CultureInfo.InvariantCulture, $"{day.DayOfWeek} {open.From:HH:mm}-{open.To:HH:mm}")
            : $"{day.DayOfWeek} closed";
    }

    private Dictionary<DayOfWeek, OpeningHours> Common(IEnumerable<string> workingHours)
    {
        var common = new Dictionary<DayOfWeek, OpeningHours>();
        foreach (var text in workingHours)
        {
            var (weekday, own) = OpeningHours.Parse(text);
            if (!hours.TryGetValue(weekday, out var open)) continue;
            var both = new OpeningHours(own.From > open.From ? own.From : open.From, own.To < open.To ? own.To : open.To);
            if (both.From < both.To) common[weekday] = both;
        }

        return common;
    }

    private HashSet<DateOnly> Away(IEnumerable<string> timeOff)
    {
        var away = new HashSet<DateOnly>(holidays);
        foreach (var text in timeOff)
        {
            var ends = text.Split('/').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
            for (var day = ends[0]; day <= ends[1]; day = day.AddDays(1)) away.Add(day);
        }

        return away;
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

public readonly record struct OpeningHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Reads what Identity writes: <c>monday 08:00-18:00</c>.</summary>
    public static (DayOfWeek Day, OpeningHours Hours) Parse(string text)
    {
        var parts = text.Split(' ', '-');
        return (WireName.Parse<DayOfWeek>(parts[0]), new OpeningHours(TimeOf(parts[1]), TimeOf(parts[2])));
    }

    private static TimeOnly TimeOf(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
