namespace IswitchRoofs.Scheduling.Domain.Calendar;

/// <summary>Where another appointment fits (A4).</summary>
public static class FreeSlots
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>Every slot of a day in steps of 15 minutes from its opening, in whichever gap.</summary>
    /// <param name="open">The day's business hours.</param>
    /// <param name="busy">What the person has already, buffers included.</param>
    /// <param name="duration">Must end within business hours; its buffer need not.</param>
    /// <param name="now">Slots that have begun are gone.</param>
    public static IEnumerable<TimeSlot> Within(
        TimeSlot open, IReadOnlyCollection<TimeSlot> busy, TimeSpan duration, TimeSpan buffer, DateTimeOffset now)
    {
        for (var start = open.StartsAt; start + duration <= open.EndsAt; start += Step)
        {
            if (start <= now) continue;
            var wanted = new TimeSlot(start, start + duration + buffer);
            if (!busy.Any(b => b.Overlaps(wanted))) yield return new TimeSlot(start, start + duration);
        }
    }

    /// <summary>The free slots closest to a wanted start, earlier or later; told in order of time.</summary>
    public static IReadOnlyList<TimeSlot> Nearest(
        int count, DateTimeOffset wanted, BusinessCalendar calendar, IReadOnlyCollection<TimeSlot> busy,
        TimeSpan duration, TimeSpan buffer, int daysAround, DateTimeOffset now)
    {
        var day = calendar.DayOf(wanted);
        return [.. Enumerable.Range(-daysAround, (2 * daysAround) + 1)
            .Select(offset => calendar.OpenOn(day.AddDays(offset)))
            .OfType<TimeSlot>()
            .SelectMany(open => Within(open, busy, duration, buffer, now))
            .OrderBy(slot => (slot.StartsAt - wanted).Duration())
            .ThenBy(slot => slot.StartsAt)
            .Take(count)
            .OrderBy(slot => slot.StartsAt)];
    }
}
