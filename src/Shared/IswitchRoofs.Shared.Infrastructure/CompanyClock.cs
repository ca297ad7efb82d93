using IswitchRoofs.Shared.Application;
using Microsoft.Extensions.Configuration;

namespace IswitchRoofs.Shared.Infrastructure;

/// <inheritdoc/>
public sealed class CompanyClock(TimeProvider clock, ICompanyFacts company) : ICompanyClock
{
    public TimeZoneInfo Zone => company.Current.Zone;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    /// <summary>By the configured zone alone.</summary>
    public static CompanyClock From(IConfiguration configuration, TimeProvider clock) => new(clock, new CompanyFactsOfHost(configuration));

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var zone = Zone;
        var wall = day.ToDateTime(time);
        while (zone.IsInvalidTime(wall)) wall = wall.AddMinutes(30);

        // In the autumn hour that comes twice, the first pass counts.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
