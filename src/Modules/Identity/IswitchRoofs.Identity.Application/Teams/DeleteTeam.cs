using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>To the trash: its people lose its territories and skills until it is restored.</summary>
public sealed record DeleteTeam(Guid Id, uint? IfVersion = null);

public sealed class DeleteTeamHandler(IRepository<Team> teams, IRepository<User> users, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteTeam command, CancellationToken ct)
    {
        var team = await teams.FindAsync(TeamId.From(command.Id), ct);
        if (team is null) return TeamErrors.NotFound(TeamId.From(command.Id));
        if (!caller.MayChange(team)) return TeamErrors.NotYours();
        if (command.IfVersion is { } version && version != team.Version) return Error.Stale(team.Version);

        var now = clock.GetUtcNow();
        team.Delete(now);
        await users.AnnounceAsync(teams, team, Announcements.PeopleOf(team), now, ct);
        await teams.SaveChangesAsync(ct);
        return Result.Success();
    }
}
