namespace IswitchRoofs.Analytics.Domain.Kpis;

/// <summary>Percentages as they are shown: two decimals, null without a divisor.</summary>
public static class Ratio
{
    /// <summary>Below this many cases a percentage says little.</summary>
    public const int Few = 20;

    public static decimal? Percent(decimal part, decimal whole) =>
        whole == 0 ? null : decimal.Round(part * 100m / whole, 2, MidpointRounding.AwayFromZero);

    /// <summary>Change against the window before, in percent.</summary>
    public static decimal? Change(decimal? now, decimal? before) =>
        now is { } current && before is { } earlier && earlier != 0 ? Percent(current - earlier, Math.Abs(earlier)) : null;

    public static decimal? Mean(decimal sum, int count) =>
        count == 0 ? null : decimal.Round(sum / count, 2, MidpointRounding.AwayFromZero);
}
