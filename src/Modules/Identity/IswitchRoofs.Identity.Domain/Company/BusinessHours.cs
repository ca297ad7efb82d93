using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Company;

/// <summary>When the company is open (A1); one row at most, none until somebody changes the default.</summary>
public sealed class BusinessHours : AggregateRoot
{
    private BusinessHours()
    {
    }

    public BusinessHoursId Id { get; private set; }

    /// <summary>One <see cref="WorkingDay"/> each; a weekday that is missing is closed.</summary>
    public string[] Hours { get; private set; } = [];

    /// <summary>One <see cref="Holiday"/> each.</summary>
    public string[] Holidays { get; private set; } = [];

    public static IReadOnlyList<WorkingDay> StandardHours { get; } =
    [
        .. Enumerable.Range(1, 5).Select(day => new WorkingDay((DayOfWeek)day, new TimeOnly(8, 0), new TimeOnly(18, 0))),
        new WorkingDay(DayOfWeek.Saturday, new TimeOnly(9, 0), new TimeOnly(14, 0)),
    ];

    public static BusinessHours Begin() => new() { Id = BusinessHoursId.Only };

    /// <param name="days">At most one a weekday.</param>
    /// <param name="holidays">At most one a day.</param>
    public void Open(IEnumerable<WorkingDay> days, IEnumerable<Holiday> holidays, DateTimeOffset now)
    {
        Hours = [.. days.OrderBy(d => d.Weekday).Select(d => d.ToString())];
        var closed = holidays.OrderBy(h => h.Date).ToArray();
        Holidays = [.. closed.Select(h => h.ToString())];
        Raise(new BusinessHoursChanged(now, Hours, [.. closed.Select(h => h.Day)]));
    }
}

public readonly record struct BusinessHoursId(Guid Value) : ITypedId<BusinessHoursId>
{
    public static BusinessHoursId Only { get; } = new(new Guid("01900000-0000-7000-8000-000000000001"));

    public static BusinessHoursId From(Guid value) => new(value);
}
