using System.Globalization;
using IswitchRoofs.Scheduling.Domain.Calendar;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Scheduling.Domain.Replicas;

/// <summary>When the company is open, as Identity told last; one row at most, none while the default holds.</summary>
public sealed class CompanyHours : Entity
{
    public const int Only = 1;

    private CompanyHours()
    {
    }

    public int Id { get; private set; }

    /// <summary>As <c>monday 08:00-18:00</c>; a weekday that is missing is closed.</summary>
    public IReadOnlyList<string> Hours { get; private set; } = [];

    /// <summary>As <c>2026-12-25</c>.</summary>
    public IReadOnlyList<string> Holidays { get; private set; } = [];

    public DateTimeOffset AsOf { get; private set; }

    public static CompanyHours Begin() => new() { Id = Only };

    public void Learn(IReadOnlyList<string> hours, IReadOnlyList<string> holidays, DateTimeOffset at)
    {
        if (at < AsOf) return;
        (Hours, Holidays, AsOf) = (hours, holidays, at);
    }

    public BusinessCalendar CalendarIn(TimeZoneInfo zone) => new(
        zone,
        Hours.Select(OpeningHours.Parse).ToDictionary(day => day.Day, day => day.Hours),
        Holidays.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToHashSet());
}
