using System.Globalization;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Absences;

/// <summary>Whole days on which somebody does not work.</summary>
public sealed class TimeOff : AggregateRoot
{
    public const int LongestReason = 200;

    /// <summary>Longer is no time off but a new contract.</summary>
    public const int MostDays = 366;

    private TimeOff()
    {
    }

    public TimeOffId Id { get; private set; }

    public UserId UserId { get; private set; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>Included.</summary>
    public DateOnly EndsOn { get; private set; }

    public string? Reason { get; private set; }

    public static Result<TimeOff> Take(UserId user, DateOnly startsOn, DateOnly endsOn, string? reason, DateTimeOffset now)
    {
        var timeOff = new TimeOff { Id = TimeOffId.New(now), UserId = user };
        var changed = timeOff.Change(startsOn, endsOn, reason);
        return changed.IsFailure ? changed.Error : timeOff;
    }

    public Result Change(DateOnly startsOn, DateOnly endsOn, string? reason)
    {
        if (endsOn < startsOn) return TimeOffErrors.EndsBeforeItStarts();
        if (endsOn.DayNumber - startsOn.DayNumber >= MostDays) return TimeOffErrors.TooLong();
        (StartsOn, EndsOn, Reason) = (startsOn, endsOn, reason);
        return Result.Success();
    }

    public bool Covers(DateOnly day) => StartsOn <= day && day <= EndsOn;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartsOn:yyyy-MM-dd}/{EndsOn:yyyy-MM-dd}");
}
