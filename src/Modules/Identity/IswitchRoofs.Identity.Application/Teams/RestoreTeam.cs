using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>Repeating it changes nothing.</summary>
public sealed record RestoreTeam(Guid Id, uint? IfVersion = null);

public sealed class RestoreTeamHandler(IRepository<Team> teams, IRepository<User> users, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<TeamDetails>> HandleAsync(RestoreTeam command, CancellationToken ct)
    {
        var team = await teams.FirstOrDefaultAsync(new TeamWithTrash(TeamId.From(command.Id)), ct);
        if (team is null) return TeamErrors.NotFound(TeamId.From(command.Id));
        if (!caller.MayChange(team)) return TeamErrors.NotYours();
        if (command.IfVersion is { } version && version != team.Version) return Error.Stale(team.Version);
        if (team.DeletedAt is null) return TeamDetails.Of(team);

        var now = clock.GetUtcNow();
        team.Restore(now);
        await users.AnnounceAsync(teams, team, Announcements.PeopleOf(team), now, ct);
        try
        {
            await teams.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == "ux_teams_name")
        {
            return TeamErrors.NameTaken(team.Name);
        }

        return TeamDetails.Of(team);
    }

    private sealed class TeamWithTrash : Specification<Team>
    {
        public TeamWithTrash(TeamId id) => Query.Where(t => t.Id == id).IncludingDeleted().AsTracking();
    }
}
