using System.Globalization;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>Bounds such as <c>created_from</c> and <c>created_to</c>: a company day, or an instant with its offset.</summary>
public static class DateFilter
{
    /// <summary>The instant from which on rows match.</summary>
    public static DateTimeOffset? From(string field, string? text, ICompanyClock clock, Validation validation) =>
        Parse(field, text, clock, validation, daysAfter: 0);

    /// <summary>The instant before which rows match, the end of a period: a day counts as a whole, an instant is out.</summary>
    public static DateTimeOffset? To(string field, string? text, ICompanyClock clock, Validation validation) =>
        Parse(field, text, clock, validation, daysAfter: 1);

    /// <summary>The instant before which rows match, where the bound itself is still in, as with every other range of a list (<c>score_max</c>).</summary>
    public static DateTimeOffset? Through(string field, string? text, ICompanyClock clock, Validation validation) =>
        Parse(field, text, clock, validation, daysAfter: 1, precision: TimeSpan.FromMicroseconds(1));

    /// <summary>A plain date.</summary>
    public static DateOnly? Day(string field, string? text, Validation validation)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        validation.Add(field, "must be a date such as 2026-11-23.");
        return null;
    }

    private static DateTimeOffset? Parse(string field, string? text, ICompanyClock clock, Validation validation, int daysAfter, TimeSpan precision = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;

        // The ends of the calendar are left out: bounds are moved by days, months and offsets.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 2 and < 9999) return clock.StartOf(day.AddDays(daysAfter));
        if (text.Length > 11 && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is > 2 and < 9999) return instant.ToUniversalTime() + precision;
        validation.Add(field, "must be a date such as 2026-11-23 or an instant such as 2026-11-23T14:30:00Z.");
        return null;
    }
}
