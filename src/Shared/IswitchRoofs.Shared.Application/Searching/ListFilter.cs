using System.Globalization;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Shared.Application.Searching;

/// <summary>Reads list filters as they stand in a query string; what is wrong with one is added to the validation.</summary>
public static class ListFilter
{
    /// <summary>One or several names: <c>new,contacted</c>. Null when absent.</summary>
    public static T[]? Enums<T>(Validation validation, string field, string? text) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var values = new List<T>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (WireName.TryParse<T>(name, out var value))
            {
                values.Add(value);
                continue;
            }

            validation.Add(field, $"must be one or several of {string.Join(", ", WireName.All<T>())}.");
            return null;
        }

        return [.. values];
    }

    /// <summary>The first instant that is in: a day of the company or an instant.</summary>
    public static DateTimeOffset? From(Validation validation, string field, string? text, ICompanyClock clock) =>
        Instant(validation, field, text, clock.StartOf, instant => instant);

    /// <summary>The first instant that is out again; the named day or instant itself is still in.</summary>
    public static DateTimeOffset? Until(Validation validation, string field, string? text, ICompanyClock clock) =>
        Instant(validation, field, text, day => clock.StartOf(day.AddDays(1)), instant => instant.AddMicroseconds(1));

    private static DateTimeOffset? Instant(
        Validation validation, string field, string? text, Func<DateOnly, DateTimeOffset> ofDay, Func<DateTimeOffset, DateTimeOffset> ofInstant)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;

        // The ends of the calendar cannot be moved by a day or an offset.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999)
            return ofDay(day);
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && text.Contains('T', StringComparison.OrdinalIgnoreCase) && instant.Year is > 1 and < 9999)
            return ofInstant(instant.ToUniversalTime());
        validation.Add(field, "must be a day such as 2026-03-01 or an instant such as 2026-03-01T14:00:00Z.");
        return null;
    }
}
