using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Absences;

public static class TimeOffErrors
{
    public static Error NotFound(TimeOffId id) => Error.NotFound("time_off.not_found", $"There is no time off {id}.");

    public static Error EndsBeforeItStarts() => One("ends_on", "must not lie before starts_on.");

    public static Error TooLong() => One("ends_on", $"must lie within {TimeOff.MostDays} days of starts_on.");

    private static Error One(string field, string message)
    {
        var check = new Validation();
        check.Add(field, message);
        return check.ToError();
    }
}
