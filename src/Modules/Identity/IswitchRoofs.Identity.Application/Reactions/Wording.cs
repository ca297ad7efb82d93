using System.Globalization;

namespace IswitchRoofs.Identity.Application.Reactions;

internal static class Wording
{
    /// <summary><c>website_form</c> as people say it.</summary>
    internal static string Of(string wireName) => wireName.Replace('_', ' ');

    internal static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string On(DateOnly day) => day.ToString("ddd, MMM d", CultureInfo.InvariantCulture);

    /// <summary>In the company's time zone.</summary>
    internal static string At(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("ddd, MMM d, h:mm tt", CultureInfo.InvariantCulture);
}
