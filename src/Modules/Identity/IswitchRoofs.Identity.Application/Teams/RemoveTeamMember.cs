using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

public sealed record RemoveTeamMember(Guid TeamId, Guid UserId, uint? IfVersion = null);

public sealed class RemoveTeamMemberHandler(IRepository<Team> teams, IRepository<User> users, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(RemoveTeamMember command, CancellationToken ct)
    {
        var team = await teams.FindAsync(TeamId.From(command.TeamId), ct);
        if (team is null) return TeamErrors.NotFound(TeamId.From(command.TeamId));
        if (!caller.MayChange(team)) return TeamErrors.NotYours();
        if (command.IfVersion is { } version && version != team.Version) return Error.Stale(team.Version);

        var now = clock.GetUtcNow();
        if (!team.Dismiss(UserId.From(command.UserId), now)) return TeamErrors.NotAMember(UserId.From(command.UserId));
        await users.AnnounceAsync(teams, team, [command.UserId], now, ct);
        await teams.SaveChangesAsync(ct);
        return Result.Success();
    }
}
