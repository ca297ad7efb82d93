using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Who is told: only people who exist and are active, each once.</summary>
internal static class Recipients
{
    internal static async Task<IReadOnlyList<Guid>> ActiveAsync(this IReadRepository<User> users, IEnumerable<Guid?> candidates, CancellationToken ct)
    {
        var ids = candidates.OfType<Guid>().Distinct().Select(UserId.From).ToArray();
        return ids.Length == 0 ? [] : [.. (await users.ListAsync(new ActiveOf(ids), ct)).Select(u => u.Id.Value)];
    }

    internal static async Task<IReadOnlyList<Guid>> ManagersAsync(this IReadRepository<User> users, CancellationToken ct) =>
        [.. (await users.ListAsync(new ActiveManagers(), ct)).Select(u => u.Id.Value)];

    internal static async Task<IReadOnlyList<Guid>> AdminsAsync(this IReadRepository<User> users, CancellationToken ct) =>
        [.. (await users.ListAsync(new ActiveAdmins(), ct)).Select(u => u.Id.Value)];

    internal static async Task<IEnumerable<Guid?>> ManagersOfAsync(this IReadRepository<Team> teams, IEnumerable<Guid> teamIds, CancellationToken ct)
    {
        var ids = teamIds.Select(TeamId.From).ToArray();
        return ids.Length == 0 ? [] : (await teams.ListAsync(new TeamsOf(ids), ct)).Select(t => t.ManagerId);
    }

    private sealed class ActiveOf : Specification<User>
    {
        public ActiveOf(UserId[] ids) => Query.Where(u => ids.Contains(u.Id) && u.IsActive).OrderBy(u => u.Id);
    }

    private sealed class ActiveManagers : Specification<User>
    {
        public ActiveManagers() => Query.Where(u => u.Role == UserRole.Manager && u.IsActive).OrderBy(u => u.Id);
    }

    private sealed class ActiveAdmins : Specification<User>
    {
        public ActiveAdmins() => Query.Where(u => u.Role == UserRole.Admin && u.IsActive).OrderBy(u => u.Id);
    }

    private sealed class TeamsOf : Specification<Team>
    {
        public TeamsOf(TeamId[] ids) => Query.Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id);
    }
}
