using System.Globalization;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Users;

/// <summary>The hours of one weekday, stored and told as <c>monday 08:00-17:00</c>.</summary>
public readonly record struct WorkingDay(DayOfWeek Weekday, TimeOnly From, TimeOnly To)
{
    public static WorkingDay Parse(string text)
    {
        var parts = text.Split(' ', '-');
        return new WorkingDay(
            WireName.Parse<DayOfWeek>(parts[0]), TimeOnly.ParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture), TimeOnly.ParseExact(parts[2], "HH:mm", CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{WireName.Of(Weekday)} {From:HH:mm}-{To:HH:mm}");
}
