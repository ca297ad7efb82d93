using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>A merge patch: absent fields stay, null clears. Members come and go one by one.</summary>
public sealed record ChangeTeam(Guid Id, TeamPatch Fields, uint? IfVersion = null);

public sealed record TeamPatch
{
    public Optional<string?> Name { get; init; }
    public Optional<Guid?> ManagerId { get; init; }
    public Optional<IReadOnlyList<string?>?> Territories { get; init; }
    public Optional<IReadOnlyList<string?>?> Skills { get; init; }
}

public sealed class ChangeTeamHandler(IRepository<Team> teams, IRepository<User> users, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<TeamDetails>> HandleAsync(ChangeTeam command, CancellationToken ct)
    {
        var team = await teams.FindAsync(TeamId.From(command.Id), ct);
        if (team is null) return TeamErrors.NotFound(TeamId.From(command.Id));
        if (!caller.MayChange(team)) return TeamErrors.NotYours();
        if (command.IfVersion is { } version && version != team.Version) return Error.Stale(team.Version);

        var patch = command.Fields;
        var manager = patch.ManagerId.Or(team.ManagerId);
        var check = new Validation();
        var name = TeamFields.Name(check, patch.Name.Or(team.Name));
        var territories = TeamFields.Territories(check, patch.Territories.Or(team.Territories));
        var skills = TeamFields.Skills(check, patch.Skills.Or(team.Skills));
        if (manager != team.ManagerId) await TeamFields.PeopleAsync(check, users, manager, null, ct);
        if (check.Failed) return check.ToError();

        var now = clock.GetUtcNow();
        var before = Announcements.PeopleOf(team).ToArray();
        team.Change(name!, manager is { } id ? UserId.From(id) : null, territories, skills, now);
        await users.AnnounceAsync(teams, team, before.Concat(Announcements.PeopleOf(team)), now, ct);
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
