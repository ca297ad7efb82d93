using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Teams;

public sealed record SearchTeams(PageRequest Page, string? Q = null);

public sealed class SearchTeamsHandler(IReadRepository<Team> teams, ICurrentUser caller) : IUseCase
{
    private static readonly SortMap<Team, TeamDetails> Sorts = SortMap<Team, TeamDetails>
        .Create("name", t => t.Id, r => r.Id)
        .By("name", t => t.Name, r => r.Name)
        .By("created_at", t => t.CreatedAt, r => r.CreatedAt);

    public async Task<Result<PageOf<TeamDetails>>> HandleAsync(SearchTeams query, CancellationToken ct)
    {
        var check = new Validation();
        var text = check.Text("q", query.Q, 100);
        var plan = Sorts.Plan(query.Page, check);
        if (check.Failed || plan is null) return check.ToError();

        var list = new TeamList(text, caller.Has(IdentityPermissions.ReadTeams) ? null : caller.Id ?? Guid.Empty, plan);
        var rows = await teams.ListAsync(list, ct);
        return plan.ToPage(rows, plan.ByCursor ? null : await teams.CountAsync(list, ct));
    }

    private sealed class TeamList : Specification<Team, TeamDetails>
    {
        public TeamList(string? text, Guid? onlyOf, PagePlan<Team, TeamDetails> plan)
        {
            if (text is not null)
            {
                var part = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, not this process.
                Query.Where(t => t.Name.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
            }

            if (onlyOf is { } id) Query.Where(t => t.MemberIds.Contains(id) || t.ManagerId == id);
            plan.ApplyTo(Query);
            Select(TeamDetails.Projection);
        }
    }
}
