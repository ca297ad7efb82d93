using IswitchRoofs.Scheduling.Domain.Appointments;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Scheduling.Application.Appointments;

internal static class AppointmentInput
{
    private const int LongestReminder = 14 * 24 * 60;
    private const int MostReminders = 5;
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(5 * 366);

    public static void Start(Validation validation, DateTimeOffset? startsAt, DateTimeOffset now, bool required = true)
    {
        if (startsAt is not { } start)
        {
            if (required) validation.Add("starts_at", "is required.");
        }
        else if (start > now + Horizon)
        {
            validation.Add("starts_at", "must lie within the next five years.");
        }
    }

    public static void Reminders(Validation validation, IReadOnlyList<int>? minutes)
    {
        if (minutes is null) return;
        if (minutes.Count > MostReminders) validation.Add("reminders", $"must be at most {MostReminders}.");
        if (minutes.Any(m => m is < 0 or > LongestReminder)) validation.Add("reminders", $"each must be between 0 and {LongestReminder} minutes before.");
    }

    public static string? MeetingUrl(Validation validation, string? value)
    {
        var text = validation.Text("meeting_url", value, 500);
        if (text is null) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            validation.Add("meeting_url", "must be an address that begins with https://.");
        return text;
    }

    /// <summary>Only an emergency, or someone with the permission, may lie outside business hours (A1).</summary>
    public static bool MayNotLieThere(AppointmentType type, DateTimeOffset startsAt, int minutes, bool? asked, BusinessCalendar calendar, ICurrentUser user) =>
        asked == true && type is not AppointmentType.Emergency
        && !calendar.Contains(startsAt, startsAt.AddMinutes(minutes)) && !user.Has(SchedulingPermissions.BookOutsideHours);
}
