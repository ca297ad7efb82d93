using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

/// <param name="ManagerId">A manager who names nobody manages the new team.</param>
public sealed record CreateTeam(
    string? Name, Guid? ManagerId = null, IReadOnlyList<Guid>? MemberIds = null, IReadOnlyList<string?>? Territories = null, IReadOnlyList<string?>? Skills = null);

public sealed class CreateTeamHandler(IRepository<Team> teams, IRepository<User> users, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<TeamDetails>> HandleAsync(CreateTeam command, CancellationToken ct)
    {
        var manager = command.ManagerId ?? (caller.Has(IdentityPermissions.ManageTeams) ? null : caller.Id);
        var check = new Validation();
        var name = TeamFields.Name(check, command.Name);
        var territories = TeamFields.Territories(check, command.Territories);
        var skills = TeamFields.Skills(check, command.Skills);
        await TeamFields.PeopleAsync(check, users, manager, command.MemberIds, ct);
        if (check.Failed) return check.ToError();

        var now = clock.GetUtcNow();
        var members = (command.MemberIds ?? []).Select(UserId.From);
        var team = Team.Create(TeamId.New(now), name!, manager is { } id ? UserId.From(id) : null, members, territories, skills, now);
        teams.Add(team);
        await users.AnnounceAsync(teams, team, Announcements.PeopleOf(team), now, ct);
        try
        {
            await teams.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint == "ux_teams_name")
        {
            return TeamErrors.NameTaken(name!);
        }

        return TeamDetails.Of(team);
    }
}
