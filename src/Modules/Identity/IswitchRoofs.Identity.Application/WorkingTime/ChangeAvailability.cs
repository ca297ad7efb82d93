using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

/// <summary>Replaces state and working hours; time off comes and goes by itself.</summary>
public sealed record ChangeAvailability(Guid UserId, AvailabilityFields Fields, uint? IfVersion = null);

/// <param name="WorkingHours">Null or empty: the company's hours.</param>
public sealed record AvailabilityFields(string? State, IReadOnlyList<WorkingDayDetails?>? WorkingHours = null);

public sealed class ChangeAvailabilityHandler(WorkingTimeDesk desk, IReadRepository<Team> teams, TimeProvider clock) : IUseCase
{
    public async Task<Result<AvailabilityDetails>> HandleAsync(ChangeAvailability command, CancellationToken ct)
    {
        var check = new Validation();
        var state = check.Enum<Availability>("state", command.Fields.State, required: true);
        var days = WorkingDays.Check(check, "working_hours", command.Fields.WorkingHours ?? []);
        if (check.Failed) return check.ToError();
        var found = await desk.FindForChangeAsync(command.UserId, command.IfVersion, ct);
        if (found.IsFailure) return found.Error;

        var user = found.Value;
        user.SetAvailability(state!.Value);
        user.WorkAt(days);
        user.Announce(await teams.ListAsync(new TeamsOfUser(command.UserId), ct), clock.GetUtcNow());
        await desk.SaveAsync(user, changed: null, removed: null, ct);
        return await desk.DescribeAsync(user, ct);
    }
}
