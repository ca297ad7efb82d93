using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

/// <summary>For good: it is quickly taken again.</summary>
public sealed record CancelTimeOff(Guid UserId, Guid Id, uint? IfVersion = null);

public sealed class CancelTimeOffHandler(WorkingTimeDesk desk, IRepository<TimeOff> absences) : IUseCase
{
    public async Task<Result> HandleAsync(CancelTimeOff command, CancellationToken ct)
    {
        var user = await desk.FindForChangeAsync(command.UserId, ifVersion: null, ct);
        if (user.IsFailure) return user.Error;
        var timeOff = await absences.FindAsync(TimeOffId.From(command.Id), ct);
        if (timeOff is null || timeOff.UserId != user.Value.Id) return TimeOffErrors.NotFound(TimeOffId.From(command.Id));
        if (command.IfVersion is { } version && version != timeOff.Version) return Error.Stale(timeOff.Version);

        absences.Remove(timeOff);
        await desk.SaveAsync(user.Value, changed: null, timeOff, ct);
        return Result.Success();
    }
}
