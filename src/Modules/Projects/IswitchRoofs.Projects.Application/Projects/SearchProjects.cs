using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.Shared.Application.Searching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>Filters as they stand in the query string; people are an id or <c>me</c>.</summary>
public sealed record SearchProjects
{
    public PageRequest Page { get; init; } = new();
    public string? Q { get; init; }
    public string? Status { get; init; }
    public string? ProjectType { get; init; }
    public string? Priority { get; init; }
    public Guid? CustomerId { get; init; }
    public string? TeamMember { get; init; }
    public string? ManagerId { get; init; }
    public DateOnly? StartsFrom { get; init; }
    public DateOnly? StartsTo { get; init; }
    public DateOnly? EndsFrom { get; init; }
    public DateOnly? EndsTo { get; init; }
    public bool? Overdue { get; init; }
    public bool? OverBudget { get; init; }
    public decimal? BudgetMin { get; init; }
    public decimal? BudgetMax { get; init; }
}

public sealed class SearchProjectsHandler(IReadRepository<Project> projects, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    // Projects without a date come last. (The calendar's very last day means infinity to PostgreSQL.)
    private static readonly DateOnly Undated = new(9999, 12, 30);

    private static readonly SortMap<Project, ProjectRow> Sorts = SortMap<Project, ProjectRow>
        .Create("-created_at", p => p.Id, r => r.Id)
        .By("created_at", p => p.CreatedAt, r => r.CreatedAt)
        .By("updated_at", p => p.UpdatedAt, r => r.UpdatedAt)
        .By("name", p => p.Name, r => r.Name)
        .By("start_date", p => p.StartDate ?? Undated, r => r.StartDate ?? Undated)
        .By("end_date", p => p.EndDate ?? Undated, r => r.EndDate ?? Undated)
        .By("budget", p => p.Budget ?? 0, r => r.Budget ?? 0)
        .By("actual_cost", p => p.ActualCost, r => r.ActualCost)
        .By("completion_percentage", p => p.CompletionPercentage, r => r.CompletionPercentage);

    public async Task<Result<PageOf<ProjectRow>>> HandleAsync(SearchProjects query, CancellationToken ct)
    {
        var scope = user.ScopeOf();
        if (scope.IsFailure) return scope.Error;
        var check = new Validation();
        var filter = Read(query, check);
        var plan = Sorts.Plan(query.Page, check);
        if (check.Failed || plan is null) return check.ToError();

        var list = new ProjectList(filter, scope.Value, plan, clock.Today);
        var rows = await projects.ListAsync(list, ct);
        return plan.ToPage(rows, plan.ByCursor ? null : await projects.CountAsync(list, ct));
    }

    private ProjectFilter Read(SearchProjects query, Validation check) => new()
    {
        Text = FreeText.Read(check, "q", query.Q),
        Statuses = check.Enums<ProjectStatus>("status", query.Status),
        Types = check.Enums<ProjectType>("project_type", query.ProjectType),
        Priorities = check.Enums<ProjectPriority>("priority", query.Priority),
        CustomerId = query.CustomerId,
        TeamMember = PersonFilter.Of("team_member", query.TeamMember, user, check),
        ManagerId = PersonFilter.Of("manager_id", query.ManagerId, user, check),
        StartsFrom = query.StartsFrom,
        StartsTo = query.StartsTo,
        EndsFrom = query.EndsFrom,
        EndsTo = query.EndsTo,
        Overdue = query.Overdue,
        OverBudget = query.OverBudget,
        BudgetMin = query.BudgetMin,
        BudgetMax = query.BudgetMax,
    };
}
