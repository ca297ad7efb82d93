using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

public sealed record SearchUsers(PageRequest Page, string? Q = null, string? Role = null, Guid? TeamId = null, bool? IsActive = null);

public sealed class SearchUsersHandler(IReadRepository<User> users, IReadRepository<Team> teams) : IUseCase
{
    private static readonly SortMap<User, UserDetails> Sorts = SortMap<User, UserDetails>
        .Create("name", u => u.Id, r => r.Id)
        .By("name", u => u.Name, r => r.Name)
        .By("email", u => u.Email, r => r.Email)
        .By("created_at", u => u.CreatedAt, r => r.CreatedAt);

    public async Task<Result<PageOf<UserDetails>>> HandleAsync(SearchUsers query, CancellationToken ct)
    {
        var check = new Validation();
        var text = check.Text("q", query.Q, 100);
        var roles = check.Enums<UserRole>("role", query.Role);
        var plan = Sorts.Plan(query.Page, check);
        if (check.Failed || plan is null) return check.ToError();

        var all = await teams.ListAsync(new AllTeams(), ct);
        var members = query.TeamId is { } team ? all.FirstOrDefault(t => t.Id.Value == team)?.MemberIds ?? [] : null;
        var list = new UserList(new UserFilter(text, roles, members, query.IsActive), plan);
        var rows = await users.ListAsync(list, ct);
        var page = plan.ToPage(rows, plan.ByCursor ? null : await users.CountAsync(list, ct));

        // Teams are few and kept apart.
        return page with { Items = [.. page.Items.Select(u => u with { TeamIds = [.. all.Where(t => t.MemberIds.Contains(u.Id)).Select(t => t.Id.Value)] })] };
    }
}
