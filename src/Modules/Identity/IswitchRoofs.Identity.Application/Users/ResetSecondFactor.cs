using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>For somebody who lost phone and recovery codes: takes the second factor away and signs them out everywhere.</summary>
public sealed record ResetSecondFactor(Guid Id, uint? IfVersion = null);

public sealed class ResetSecondFactorHandler(
    IRepository<User> users, IReadRepository<Team> teams, IRepository<Session> sessions, ISecondFactors secondFactors, IRevocations revocations,
    ISecurityLog log, TimeProvider clock) : IUseCase
{
    public async Task<Result<UserDetails>> HandleAsync(ResetSecondFactor command, CancellationToken ct)
    {
        var user = await users.FindAsync(UserId.From(command.Id), ct);
        if (user is null) return UserErrors.NotFound(UserId.From(command.Id));
        if (command.IfVersion is { } version && version != user.Version) return Error.Stale(user.Version);
        var own = await teams.ListAsync(new TeamsOfUser(command.Id), ct);
        if (!user.TwoFactorEnabled) return GetUserHandler.Details(user, own);

        var now = clock.GetUtcNow();
        user.SetSecondFactor(false);
        await secondFactors.RemoveAsync(command.Id, ct);
        var open = await sessions.ListAsync(new OpenSessions(user.Id, now), ct);
        foreach (var session in open) session.End(SessionEnd.SecondFactorChanged, now);
        log.Record("second_factor_reset", command.Id);
        await users.SaveChangesAsync(ct);
        foreach (var session in open) revocations.Announce(session.Id.Value);
        return GetUserHandler.Details(user, own);
    }
}
