using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Projects.Api;

/// <summary>Query of <c>GET /api/projects</c>.</summary>
internal sealed record ProjectListQuery(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "project_type")] string? ProjectType,
    [FromQuery(Name = "priority")] string? Priority,
    [FromQuery(Name = "customer_id")] Guid? CustomerId,
    [FromQuery(Name = "team_member")] string? TeamMember,
    [FromQuery(Name = "manager_id")] string? ManagerId,
    [FromQuery(Name = "starts_from")] DateOnly? StartsFrom,
    [FromQuery(Name = "starts_to")] DateOnly? StartsTo,
    [FromQuery(Name = "ends_from")] DateOnly? EndsFrom,
    [FromQuery(Name = "ends_to")] DateOnly? EndsTo,
    [FromQuery(Name = "overdue")] bool? Overdue,
    [FromQuery(Name = "over_budget")] bool? OverBudget,
    [FromQuery(Name = "budget_min")] decimal? BudgetMin,
    [FromQuery(Name = "budget_max")] decimal? BudgetMax,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchProjects ToRequest() => new()
    {
        Page = new PageRequest(Page, PerPage, Cursor, Sort),
        Q = Q,
        Status = Status,
        ProjectType = ProjectType,
        Priority = Priority,
        CustomerId = CustomerId,
        TeamMember = TeamMember,
        ManagerId = ManagerId,
        StartsFrom = StartsFrom,
        StartsTo = StartsTo,
        EndsFrom = EndsFrom,
        EndsTo = EndsTo,
        Overdue = Overdue,
        OverBudget = OverBudget,
        BudgetMin = BudgetMin,
        BudgetMax = BudgetMax,
    };
}
