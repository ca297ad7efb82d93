using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

public sealed record GetTeam(Guid Id);

public sealed class GetTeamHandler(IRepository<Team> teams, ICurrentUser caller) : IUseCase
{
    public async Task<Result<TeamDetails>> HandleAsync(GetTeam request, CancellationToken ct)
    {
        var team = await teams.FindAsync(TeamId.From(request.Id), ct);
        if (team is null || !MaySee(team)) return TeamErrors.NotFound(TeamId.From(request.Id));
        return TeamDetails.Of(team);
    }

    private bool MaySee(Team team) =>
        caller.Has(IdentityPermissions.ReadTeams) || (caller.Id is { } id && (team.MemberIds.Contains(id) || team.ManagerId == id));
}
