using IswitchRoofs.Identity.Domain.Absences;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.WorkingTime;

/// <summary>Who may see and change when somebody works, and how the other modules learn of it.</summary>
public sealed class WorkingTimeDesk(
    IRepository<User> users, IReadRepository<Team> teams, IRepository<TimeOff> absences, ICurrentUser caller, ICompanyClock company, TimeProvider clock)
{
    internal async Task<Result<User>> ReadAsync(Guid id, CancellationToken ct)
    {
        var mayLook = id == caller.Id || caller.Has(IdentityPermissions.ReadUsers) || caller.Has(IdentityPermissions.ReadTeams);
        var user = mayLook ? await users.FindAsync(UserId.From(id), ct) : null;
        return user is null ? UserErrors.NotFound(UserId.From(id)) : user;
    }

    internal async Task<Result<User>> FindForChangeAsync(Guid id, uint? ifVersion, CancellationToken ct)
    {
        var found = await ReadAsync(id, ct);
        if (found.IsFailure) return found;
        if (!await MayChangeAsync(id, ct)) return WorkingTimeErrors.NotYours();
        return ifVersion is { } version && version != found.Value.Version ? Error.Stale(found.Value.Version) : found;
    }

    internal async Task<bool> MayChangeAsync(Guid id, CancellationToken ct) =>
        id == caller.Id || caller.Has(IdentityPermissions.ManageUsers)
        || (caller.Has(IdentityPermissions.WriteTeams) && caller.Id is { } manager
            && (await teams.ListAsync(new TeamsOfUser(id), ct)).Any(t => t.ManagerId == manager && t.MemberIds.Contains(id)));

    internal Task<IReadOnlyList<TimeOff>> TimeOffAsync(User user, CancellationToken ct) => absences.ListAsync(new TimeOffOf([user.Id], company.Today), ct);

    /// <summary>Saves and tells.</summary>
    /// <param name="changed">Time off that is new or changed.</param>
    /// <param name="removed">Time off that goes.</param>
    internal async Task SaveAsync(User user, TimeOff? changed, TimeOff? removed, CancellationToken ct)
    {
        var stored = (await TimeOffAsync(user, ct)).Where(t => t.Id != changed?.Id && t.Id != removed?.Id);
        user.AnnounceWorkingTime(changed is null ? stored : stored.Append(changed), clock.GetUtcNow());
        await users.SaveChangesAsync(ct);
    }

    internal async Task<AvailabilityDetails> DescribeAsync(User user, CancellationToken ct) => new(
        user.Id.Value, user.Name, WireName.Of(user.Availability),
        [.. user.WorkingHours.Select(WorkingDay.Parse).Select(WorkingDays.Describe)],
        [.. (await TimeOffAsync(user, ct)).Select(TimeOffDetails.Of)],
        user.Version);
}
