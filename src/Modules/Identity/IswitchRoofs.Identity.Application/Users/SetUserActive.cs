using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>Disabling ends every session of the user at once (U2), and takes back links that were mailed.</summary>
public sealed record SetUserActive(Guid Id, bool IsActive, uint? IfVersion = null);

public sealed class SetUserActiveHandler(
    IRepository<User> users, IReadRepository<Team> teams, IRepository<Session> sessions, IRepository<AccountLink> links,
    IRevocations revocations, ISecurityLog log, TimeProvider clock) : IUseCase
{
    public async Task<Result<UserDetails>> HandleAsync(SetUserActive command, CancellationToken ct)
    {
        var user = await users.FindAsync(UserId.From(command.Id), ct);
        if (user is null) return UserErrors.NotFound(UserId.From(command.Id));
        if (command.IfVersion is { } version && version != user.Version) return Error.Stale(user.Version);
        var own = await teams.ListAsync(new TeamsOfUser(command.Id), ct);
        if (user.IsActive == command.IsActive && (command.IsActive || user.InvitedAt is null)) return GetUserHandler.Details(user, own);
        if (!command.IsActive && user is { Role: UserRole.Admin, IsActive: true } && !await users.AnyAsync(new ActiveAdmins(user.Id), ct)) return UserErrors.LastAdmin();

        var now = clock.GetUtcNow();
        IReadOnlyList<Session> open = [];
        if (command.IsActive)
        {
            var activated = user.Activate();
            if (activated.IsFailure) return activated.Error;
        }
        else
        {
            user.Deactivate();
            foreach (var link in await links.ListAsync(new OpenLinks(user.Id), ct)) link.Close(now);
            open = await sessions.ListAsync(new OpenSessions(user.Id, now), ct);
            foreach (var session in open) session.End(SessionEnd.Deactivated, now);
        }

        user.Announce(own, now);
        log.Record(command.IsActive ? "activated" : "deactivated", command.Id);
        if (await users.SaveUnlessLastAdminAsync(ct) is { } refusal) return refusal;
        foreach (var session in open) revocations.Announce(session.Id.Value);
        return GetUserHandler.Details(user, own);
    }
}
