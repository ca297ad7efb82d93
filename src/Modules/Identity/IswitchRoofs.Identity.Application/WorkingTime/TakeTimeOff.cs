using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

public sealed record TakeTimeOff(Guid UserId, TimeOffFields Fields);

/// <param name="EndsOn">Included; absent: one day.</param>
public sealed record TimeOffFields(DateOnly? StartsOn, DateOnly? EndsOn = null, string? Reason = null)
{
    internal (DateOnly From, DateOnly To, string? Reason) Check(Validation check)
    {
        if (StartsOn is not { } from) check.Add("starts_on", "is required.");
        else if (from.Year is < 2000 or > 2100) check.Add("starts_on", "must lie between 2000 and 2100.");
        var reason = check.Text("reason", Reason, TimeOff.LongestReason);
        return (StartsOn ?? default, EndsOn ?? StartsOn ?? default, reason);
    }
}

public sealed class TakeTimeOffHandler(WorkingTimeDesk desk, IRepository<TimeOff> absences, TimeProvider clock) : IUseCase
{
    public async Task<Result<TimeOffDetails>> HandleAsync(TakeTimeOff command, CancellationToken ct)
    {
        var check = new Validation();
        var (from, to, reason) = command.Fields.Check(check);
        if (check.Failed) return check.ToError();
        var user = await desk.FindForChangeAsync(command.UserId, ifVersion: null, ct);
        if (user.IsFailure) return user.Error;
        var taken = TimeOff.Take(user.Value.Id, from, to, reason, clock.GetUtcNow());
        if (taken.IsFailure) return taken.Error;

        absences.Add(taken.Value);
        await desk.SaveAsync(user.Value, taken.Value, removed: null, ct);
        return TimeOffDetails.Of(taken.Value);
    }
}
