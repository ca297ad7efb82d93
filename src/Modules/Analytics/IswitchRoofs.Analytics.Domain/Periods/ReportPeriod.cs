using System.Globalization;

namespace IswitchRoofs.Analytics.Domain.Periods;

/// <summary>Whole company days, and the equally long window before them.</summary>
public sealed record ReportPeriod(string Name, DateOnly From, DateOnly To)
{
    public const int LongestDays = 5 * 366;

    public static IReadOnlyList<string> Names { get; } = ["today", "7d", "30d", "month", "quarter", "year"];

    public int Days => To.DayNumber - From.DayNumber + 1;

    public DateOnly PreviousFrom => From.AddDays(-Days);

    public DateOnly PreviousTo => From.AddDays(-1);

    /// <summary>Months, quarters and years run from their first day until today; null when the name is unknown.</summary>
    public static ReportPeriod? Named(string name, DateOnly today) => name switch
    {
        "today" => new ReportPeriod(name, today, today),
        "7d" => new ReportPeriod(name, today.AddDays(-6), today),
        "30d" => new ReportPeriod(name, today.AddDays(-29), today),
        "month" => new ReportPeriod(name, new DateOnly(today.Year, today.Month, 1), today),
        "quarter" => new ReportPeriod(name, new DateOnly(today.Year, (((today.Month - 1) / 3) * 3) + 1, 1), today),
        "year" => new ReportPeriod(name, new DateOnly(today.Year, 1, 1), today),
        _ => null,
    };

    public static ReportPeriod Between(DateOnly from, DateOnly to) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}"), from, to);
}
