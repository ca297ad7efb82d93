using System.Globalization;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

/// <summary>Hours of weekdays as they were sent, checked in one place for a person and for the company.</summary>
internal static class WorkingDays
{
    internal static WorkingDayDetails Describe(WorkingDay day) => new(WireName.Of(day.Weekday), Text(day.From), Text(day.To));

    internal static List<WorkingDay> Check(Validation check, string field, IReadOnlyList<WorkingDayDetails?> values)
    {
        var days = new List<WorkingDay>();
        for (var i = 0; i < values.Count; i++)
        {
            if (!WireName.TryParse<DayOfWeek>(values[i]?.Weekday, out var weekday)) check.Add($"{field}[{i}].weekday", $"must be one of {string.Join(", ", WireName.All<DayOfWeek>())}.");
            else if (days.Any(d => d.Weekday == weekday)) check.Add($"{field}[{i}].weekday", "is there twice.");
            var from = Time(check, $"{field}[{i}].from", values[i]?.From);
            var to = Time(check, $"{field}[{i}].to", values[i]?.To);
            if (from is not { } begin || to is not { } end) continue;
            if (end <= begin) check.Add($"{field}[{i}].to", "must lie after from.");
            days.Add(new WorkingDay(weekday, begin, end));
        }

        return days;
    }

    private static TimeOnly? Time(Validation check, string field, string? text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        check.Add(field, "must be a time such as 08:00.");
        return null;
    }

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
