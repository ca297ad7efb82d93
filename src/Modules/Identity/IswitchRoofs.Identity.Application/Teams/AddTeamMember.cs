using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>Repeating it changes nothing.</summary>
public sealed record AddTeamMember(Guid TeamId, Guid UserId, uint? IfVersion = null);

public sealed class AddTeamMemberHandler(IRepository<Team> teams, IRepository<User> users, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<TeamDetails>> HandleAsync(AddTeamMember command, CancellationToken ct)
    {
        var team = await teams.FindAsync(TeamId.From(command.TeamId), ct);
        if (team is null) return TeamErrors.NotFound(TeamId.From(command.TeamId));
        if (!caller.MayChange(team)) return TeamErrors.NotYours();
        if (command.IfVersion is { } version && version != team.Version) return Error.Stale(team.Version);
        var user = await users.FindAsync(UserId.From(command.UserId), ct);
        if (user is not { IsActive: true }) return UserErrors.NotFound(UserId.From(command.UserId));

        var now = clock.GetUtcNow();
        if (team.Admit(user.Id, now))
        {
            await users.AnnounceAsync(teams, team, [command.UserId], now, ct);
            await teams.SaveChangesAsync(ct);
        }

        return TeamDetails.Of(team);
    }
}
