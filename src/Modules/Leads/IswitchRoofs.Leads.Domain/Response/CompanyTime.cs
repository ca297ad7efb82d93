using System.Globalization;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Response;

/// <summary>
/// The time in which the response clock runs (R1): business hours by the company's wall clock, and every minute of a
/// storm. Outside it stands still.
/// </summary>
/// <param name="zone">The company's time zone.</param>
/// <param name="hours">As <c>monday 08:00-18:00</c>; a weekday that is missing is closed.</param>
/// <param name="holidays">Closed days as <c>2026-12-25</c>.</param>
/// <param name="storms">When storm mode was or is on.</param>
public sealed class CompanyTime(TimeZoneInfo zone, IEnumerable<string> hours, IEnumerable<string> holidays, IReadOnlyList<StormPeriod> storms)
{
    // Longer than any row of holidays that Identity accepts.
    private const int DaysLooked = 400;

    private readonly Dictionary<DayOfWeek, (TimeOnly From, TimeOnly To)> _hours = hours.Select(Parse).ToDictionary(d => d.Day, d => (d.From, d.To));
    private readonly HashSet<DateOnly> _holidays = [.. holidays.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))];

    /// <summary>What holds until Identity tells of other hours (A1).</summary>
    public static IReadOnlyList<string> StandardHours { get; } =
    [
        "monday 08:00-18:00", "tuesday 08:00-18:00", "wednesday 08:00-18:00", "thursday 08:00-18:00", "friday 08:00-18:00", "saturday 09:00-14:00",
    ];

    /// <summary>Whether the clock runs at this instant.</summary>
    public bool Runs(DateTimeOffset at) => SpansOf(DayOf(at)).Any(s => s.From <= at && at < s.To);

    /// <summary>How much of it lies between two instants.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        if (to <= from) return total;
        var last = DayOf(to);
        for (var day = DayOf(from); day <= last; day = day.AddDays(1))
            foreach (var (begin, end) in SpansOf(day))
            {
                var (a, b) = (begin > from ? begin : from, end < to ? end : to);
                if (b > a) total += b - a;
            }

        return total;
    }

    /// <summary>The instant at which this much of it has passed.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan time)
    {
        var (left, day) = (time, DayOf(from));
        for (var i = 0; i < DaysLooked; i++, day = day.AddDays(1))
            foreach (var (begin, end) in SpansOf(day))
            {
                if (end <= from) continue;
                var start = begin > from ? begin : from;
                if (end - start >= left) return start + left;
                left -= end - start;
            }

        return from + time;
    }

    /// <summary>The other way round: the latest start from which this much has passed by then.</summary>
    public DateTimeOffset Before(DateTimeOffset to, TimeSpan time)
    {
        var (left, day) = (time, DayOf(to));
        for (var i = 0; i < DaysLooked; i++, day = day.AddDays(-1))
            foreach (var (begin, end) in SpansOf(day).AsEnumerable().Reverse())
            {
                if (begin >= to) continue;
                var stop = end < to ? end : to;
                if (stop - begin >= left) return stop - left;
                left -= stop - begin;
            }

        return to - time;
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    // In order, never touching: a storm within the opening hours counts no minute twice.
    private List<(DateTimeOffset From, DateTimeOffset To)> SpansOf(DateOnly day)
    {
        var spans = new List<(DateTimeOffset From, DateTimeOffset To)>();
        if (!_holidays.Contains(day) && _hours.TryGetValue(day.DayOfWeek, out var open)) spans.Add((InstantOf(day, open.From), InstantOf(day, open.To)));
        if (storms.Count == 0) return spans;
        var (midnight, next) = (InstantOf(day, TimeOnly.MinValue), InstantOf(day.AddDays(1), TimeOnly.MinValue));
        foreach (var storm in storms)
        {
            var (from, to) = (storm.From > midnight ? storm.From : midnight, storm.To is { } end && end < next ? end : next);
            if (from < to) spans.Add((from, to));
        }

        var merged = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var span in spans.OrderBy(s => s.From))
        {
            if (merged.Count > 0 && span.From <= merged[^1].To) merged[^1] = (merged[^1].From, span.To > merged[^1].To ? span.To : merged[^1].To);
            else merged.Add(span);
        }

        return merged;
    }

    private DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);

        // A time that the spring night skips begins when the gap ends; of the hour that comes twice the first counts.
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    private static (DayOfWeek Day, TimeOnly From, TimeOnly To) Parse(string text)
    {
        var parts = text.Split(' ', '-');
        return (WireName.Parse<DayOfWeek>(parts[0]), TimeOf(parts[1]), TimeOf(parts[2]));
    }

    private static TimeOnly TimeOf(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
