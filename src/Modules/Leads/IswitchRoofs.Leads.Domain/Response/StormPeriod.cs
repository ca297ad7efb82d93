using System.Globalization;

namespace IswitchRoofs.Leads.Domain.Response;

/// <summary>A time in which every minute counts (R1), stored as <c>2026-06-15T21:00:00Z/2026-06-17T12:00:00Z</c>, open-ended while it lasts.</summary>
public readonly record struct StormPeriod(DateTimeOffset From, DateTimeOffset? To)
{
    public static StormPeriod Parse(string text)
    {
        var ends = text.Split('/');
        return new StormPeriod(InstantOf(ends[0]), ends[1].Length == 0 ? null : InstantOf(ends[1]));
    }

    public override string ToString() => $"{TextOf(From)}/{(To is { } to ? TextOf(to) : "")}";

    private static string TextOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset InstantOf(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
