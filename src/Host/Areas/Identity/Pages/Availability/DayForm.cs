using IswitchRoofs.Identity.Application.WorkingTime;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Availability;

/// <summary>A weekday with a box to tick and two times.</summary>
public sealed class DayForm
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public string Weekday { get; set; } = "";

    public bool Works { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    internal static List<DayForm> Week(IReadOnlyList<WorkingDayDetails> days) => [.. Weekdays.Select(weekday => days.FirstOrDefault(d => d.Weekday == weekday) is { } day
        ? new DayForm { Weekday = weekday, Works = true, From = day.From, To = day.To }
        : new DayForm { Weekday = weekday, From = "08:00", To = "17:00" })];
}
