using System.Globalization;

namespace IswitchRoofs.Host.Web.Display;

/// <summary>Numbers and dates as American office people write them, whatever the server's culture.</summary>
internal static class Formats
{
    public static readonly CultureInfo Culture = CultureInfo.ReadOnly(new CultureInfo("en-US"));

    /// <summary>Cents only where there are any.</summary>
    public static string Money(decimal? value) =>
        value is not { } amount ? Words.None : amount.ToString(amount == decimal.Truncate(amount) ? "$#,0;-$#,0" : "$#,0.00;-$#,0.00", Culture);

    public static string Number(decimal? value, int decimals = 0) =>
        value is not { } number ? Words.None : number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    public static string Percent(decimal? value, int decimals = 0) => value is null ? Words.None : Number(value, decimals) + " %";

    public static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "MMM d" : "MMM d, yyyy", Culture);

    public static string LongDay(DateOnly day) => day.ToString("dddd, MMMM d, yyyy", Culture);

    public static string Time(DateTimeOffset local) => local.ToString("h:mm tt", Culture);

    /// <summary>The whole instant with its zone, for the hover.</summary>
    public static string Exact(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return $"{local.ToString("ddd, MMM d, yyyy, h:mm:ss tt", Culture)} ({local.ToString("'UTC'zzz", Culture)})";
    }

    public static string Relative(DateTimeOffset instant, DateTimeOffset now)
    {
        var span = instant - now;
        var ahead = span > TimeSpan.Zero;
        var size = span.Duration();
        if (size < TimeSpan.FromSeconds(45)) return "just now";
        if (size < TimeSpan.FromMinutes(60)) return Say((int)Math.Max(1, size.TotalMinutes), "minute", ahead);
        if (size < TimeSpan.FromHours(24)) return Say((int)size.TotalHours, "hour", ahead);
        if (size < TimeSpan.FromDays(7)) return (int)size.TotalDays == 1 ? ahead ? "tomorrow" : "yesterday" : Say((int)size.TotalDays, "day", ahead);
        if (size < TimeSpan.FromDays(30)) return Say((int)(size.TotalDays / 7), "week", ahead);
        return size < TimeSpan.FromDays(365)
            ? Say((int)(size.TotalDays / 30), "month", ahead)
            : Say((int)(size.TotalDays / 365), "year", ahead);
    }

    /// <summary>"today", "tomorrow", "in 3 days", "2 days ago"; the date itself beyond two weeks.</summary>
    public static string RelativeDay(DateOnly day, DateOnly today)
    {
        var days = day.DayNumber - today.DayNumber;
        return days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            > 1 and <= 14 => Say(days, "day", true),
            < -1 and >= -14 => Say(-days, "day", false),
            _ => Day(day, today),
        };
    }

    private static string Say(int number, string unit, bool ahead)
    {
        var text = Words.Count(number, unit);
        return ahead ? $"in {text}" : $"{text} ago";
    }
}
