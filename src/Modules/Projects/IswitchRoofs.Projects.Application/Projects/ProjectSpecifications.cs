using System.Linq.Expressions;
using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Searching;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>Which projects the caller may see: all, or those whose team they are on.</summary>
/// <param name="TeamMember">Null: all.</param>
internal readonly record struct ProjectScope(Guid? TeamMember)
{
    internal void Narrow(SpecificationBuilder<Project> query)
    {
        if (TeamMember is { } member) query.Where(p => p.AssignedTeam.Contains(member));
    }
}

/// <summary>One project's answer, if the caller may see it.</summary>
internal sealed class ProjectToShow : Specification<Project, ProjectDetails>
{
    internal ProjectToShow(ProjectId id, ProjectScope scope, DateOnly today)
    {
        Query.Where(p => p.Id == id);
        scope.Narrow(Query);
        Select(ProjectsMappings.ToDetails(today));
    }
}

/// <summary>For change, if the caller may work on it.</summary>
internal sealed class ProjectToWorkOn : Specification<Project>
{
    internal ProjectToWorkOn(ProjectId id, ProjectScope scope)
    {
        Query.Where(p => p.Id == id).AsTracking();
        scope.Narrow(Query);
    }
}

/// <summary>For change, whether or not it lies in the trash.</summary>
internal sealed class ProjectEvenDeleted : Specification<Project>
{
    internal ProjectEvenDeleted(ProjectId id) => Query.Where(p => p.Id == id).IncludingDeleted().AsTracking();
}

internal sealed class ProjectsOfCustomer : Specification<Project>
{
    internal ProjectsOfCustomer(Guid customerId) => Query.Where(p => p.CustomerId == customerId).AsTracking();
}

internal sealed class ProjectsGoneWithCustomer : Specification<Project>
{
    internal ProjectsGoneWithCustomer(Guid customerId) =>
        Query.Where(p => p.CustomerId == customerId && p.DeletedAt != null && p.DeletedWithCustomer).IncludingDeleted().AsTracking();
}

internal sealed class CustomerRefById : Specification<CustomerRef>
{
    internal CustomerRefById(Guid id) => Query.Where(c => c.CustomerId == id).AsTracking();
}

/// <summary>Asked anew each time: a tracked answer would not see what the events have brought since.</summary>
internal sealed class LivingCustomer : Specification<CustomerRef>
{
    internal LivingCustomer(Guid id) => Query.Where(c => c.CustomerId == id && !c.Deleted);
}

internal sealed class MovesOfProject : Specification<ProjectMove, ProjectStep>
{
    internal MovesOfProject(ProjectId id)
    {
        Query.Where(m => m.ProjectId == id).OrderByDescending(m => m.MovedAt).ThenByDescending(m => m.Id);
        Select(m => new ProjectStep(
            m.FromStatus == null ? null : SharedKernel.Results.WireName.Of(m.FromStatus.Value),
            SharedKernel.Results.WireName.Of(m.ToStatus), m.Reason, m.MovedAt, m.MovedBy, m.MovedByName));
    }
}

internal sealed class ProjectList : Specification<Project, ProjectRow>
{
    internal ProjectList(ProjectFilter filter, ProjectScope scope, PagePlan<Project, ProjectRow> plan, DateOnly today)
    {
        scope.Narrow(Query);
        if (filter.Text is { } text) Query.Where(Matches(text));
        if (filter.Statuses is { } statuses) Query.Where(p => statuses.Contains(p.Status));
        if (filter.Types is { } types) Query.Where(p => types.Contains(p.ProjectType));
        if (filter.Priorities is { } priorities) Query.Where(p => priorities.Contains(p.Priority));
        if (filter.CustomerId is { } customer) Query.Where(p => p.CustomerId == customer);
        if (filter.TeamMember is { } member) Query.Where(p => p.AssignedTeam.Contains(member));
        if (filter.ManagerId is { } manager) Query.Where(p => p.ProjectManagerId == manager);
        if (filter.StartsFrom is { } startsFrom) Query.Where(p => p.StartDate >= startsFrom);
        if (filter.StartsTo is { } startsTo) Query.Where(p => p.StartDate <= startsTo);
        if (filter.EndsFrom is { } endsFrom) Query.Where(p => p.EndDate >= endsFrom);
        if (filter.EndsTo is { } endsTo) Query.Where(p => p.EndDate <= endsTo);
        if (filter.Overdue == true) Query.Where(p => p.EndDate < today && !Workflow.Done.Contains(p.Status));
        if (filter.Overdue == false) Query.Where(p => p.EndDate == null || p.EndDate >= today || Workflow.Done.Contains(p.Status));
        if (filter.OverBudget == true) Query.Where(p => p.Budget != null && p.ActualCost > p.Budget);
        if (filter.OverBudget == false) Query.Where(p => p.Budget == null || p.ActualCost <= p.Budget);
        if (filter.BudgetMin is { } least) Query.Where(p => p.Budget >= least);
        if (filter.BudgetMax is { } most) Query.Where(p => p.Budget <= most);
        plan.ApplyTo(Query);
        Select(ProjectsMappings.ToRow(today));
    }

    private static Expression<Func<Project, bool>> Matches(FreeText text)
    {
        var row = Expression.Parameter(typeof(Project), "p");
        return Expression.Lambda<Func<Project, bool>>(text.Words.Select(word => Contains(row, word)).Aggregate(Expression.AndAlso), row);
    }

    private static Expression Contains(ParameterExpression row, string word)
    {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL's lower().
        Expression<Func<Project, bool>> contains = p => p.SearchText.Contains(word) || p.Customer!.Name.ToLower().Contains(word);
#pragma warning restore CA1304, CA1311, CA1862
        return new Swap(contains.Parameters[0], row).Visit(contains.Body);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

internal sealed record ProjectFilter
{
    public FreeText? Text { get; init; }
    public ProjectStatus[]? Statuses { get; init; }
    public ProjectType[]? Types { get; init; }
    public ProjectPriority[]? Priorities { get; init; }
    public Guid? CustomerId { get; init; }
    public Guid? TeamMember { get; init; }
    public Guid? ManagerId { get; init; }
    public DateOnly? StartsFrom { get; init; }
    public DateOnly? StartsTo { get; init; }
    public DateOnly? EndsFrom { get; init; }
    public DateOnly? EndsTo { get; init; }
    public bool? Overdue { get; init; }
    public bool? OverBudget { get; init; }
    public decimal? BudgetMin { get; init; }
    public decimal? BudgetMax { get; init; }
}
