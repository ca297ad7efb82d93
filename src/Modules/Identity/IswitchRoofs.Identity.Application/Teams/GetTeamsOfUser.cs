using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>Teams that somebody belongs to or manages, as they are now: whoever may listen to a team's channel.</summary>
public sealed record GetTeamsOfUser(Guid UserId);

public sealed record TeamOfUser(Guid Id, string Name, bool IsManager);

public sealed class GetTeamsOfUserHandler(IReadRepository<Team> teams) : IUseCase
{
    public async Task<Result<IReadOnlyList<TeamOfUser>>> HandleAsync(GetTeamsOfUser request, CancellationToken ct)
    {
        var own = await teams.ListAsync(new TeamsOfUser(request.UserId), ct);
        return own.Select(t => new TeamOfUser(t.Id.Value, t.Name, t.ManagerId == request.UserId)).OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
    }
}
