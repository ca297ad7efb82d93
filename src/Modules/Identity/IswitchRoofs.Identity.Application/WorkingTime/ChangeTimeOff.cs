using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

public sealed record ChangeTimeOff(Guid UserId, Guid Id, TimeOffFields Fields, uint? IfVersion = null);

public sealed class ChangeTimeOffHandler(WorkingTimeDesk desk, IRepository<TimeOff> absences) : IUseCase
{
    public async Task<Result<TimeOffDetails>> HandleAsync(ChangeTimeOff command, CancellationToken ct)
    {
        var check = new Validation();
        var (from, to, reason) = command.Fields.Check(check);
        if (check.Failed) return check.ToError();
        var user = await desk.FindForChangeAsync(command.UserId, ifVersion: null, ct);
        if (user.IsFailure) return user.Error;
        var timeOff = await absences.FindAsync(TimeOffId.From(command.Id), ct);
        if (timeOff is null || timeOff.UserId != user.Value.Id) return TimeOffErrors.NotFound(TimeOffId.From(command.Id));
        if (command.IfVersion is { } version && version != timeOff.Version) return Error.Stale(timeOff.Version);
        var changed = timeOff.Change(from, to, reason);
        if (changed.IsFailure) return changed.Error;

        await desk.SaveAsync(user.Value, timeOff, removed: null, ct);
        return TimeOffDetails.Of(timeOff);
    }
}
