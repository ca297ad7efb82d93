using IswitchRoofs.Shared.Application;
using Microsoft.Extensions.Configuration;

namespace IswitchRoofs.Shared.Infrastructure;

/// <inheritdoc/>
public sealed class CompanyClock(TimeProvider clock, TimeZoneInfo zone) : ICompanyClock
{
    public const string DefaultZone = "America/Detroit";

    public TimeZoneInfo Zone { get; } = zone;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    /// <summary>Reads <c>Company:TimeZone</c> (IANA name).</summary>
    public static CompanyClock From(IConfiguration configuration, TimeProvider clock) =>
        new(clock, TimeZoneInfo.FindSystemTimeZoneById(configuration["Company:TimeZone"] ?? DefaultZone));

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        while (Zone.IsInvalidTime(wall)) wall = wall.AddMinutes(30);

        // In the autumn hour that comes twice, the first pass counts.
        var offset = Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
