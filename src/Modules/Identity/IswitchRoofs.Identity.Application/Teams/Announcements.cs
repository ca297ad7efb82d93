using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Teams;

/// <summary>After a team changed, tells the other modules how each person whom it concerns stands now.</summary>
internal static class Announcements
{
    /// <param name="changed">As it will be saved; it may be new.</param>
    internal static async Task AnnounceAsync(
        this IRepository<User> users, IReadRepository<Team> teams, Team changed, IEnumerable<Guid> people, DateTimeOffset now, CancellationToken ct)
    {
        var ids = people.Distinct().Select(UserId.From).ToArray();
        var others = (await teams.ListAsync(new AllTeams(), ct)).Where(t => t.Id != changed.Id);
        Team[] standing = changed.DeletedAt is null ? [.. others, changed] : [.. others];
        foreach (var user in await users.ListAsync(new UsersToAnnounce(ids), ct)) user.Announce(standing, now);
    }

    internal static IEnumerable<Guid> PeopleOf(Team team) => team.ManagerId is { } manager ? team.MemberIds.Append(manager) : team.MemberIds;

    private sealed class UsersToAnnounce : Specification<User>
    {
        public UsersToAnnounce(UserId[] ids) => Query.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Id).AsTracking();
    }
}

/// <summary>There are few.</summary>
internal sealed class AllTeams : Specification<Team>
{
    public AllTeams() => Query.OrderBy(t => t.Id);
}
