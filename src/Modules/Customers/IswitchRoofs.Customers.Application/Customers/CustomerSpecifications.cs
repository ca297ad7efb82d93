using System.Linq.Expressions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Searching;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>Which customers the caller may see: all, or those whose projects they work on.</summary>
/// <param name="TeamMember">Null: all.</param>
internal readonly record struct CustomerScope(Guid? TeamMember)
{
    internal Expression<Func<Customer, bool>>? Condition
    {
        get
        {
            if (TeamMember is not { } member) return null;
            return c => c.ProjectTeam.Contains(member);
        }
    }
}

/// <summary>One customer's answer, if the caller may see it.</summary>
internal sealed class CustomerToShow : Specification<Customer, CustomerDetails>
{
    internal CustomerToShow(CustomerId id, CustomerScope scope)
    {
        Query.Where(c => c.Id == id);
        if (scope.Condition is { } visible) Query.Where(visible);
        Select(CustomersMappings.ToDetails);
    }
}

internal sealed class CustomerToJudge : Specification<Customer>
{
    internal CustomerToJudge(CustomerId id, CustomerScope scope)
    {
        Query.Where(c => c.Id == id);
        if (scope.Condition is { } visible) Query.Where(visible);
    }
}

/// <summary>For change, whether or not it lies in the trash.</summary>
internal sealed class CustomerEvenDeleted : Specification<Customer>
{
    internal CustomerEvenDeleted(CustomerId id) => Query.Where(c => c.Id == id).IncludingDeleted().AsTracking();
}

internal sealed class CustomerWithEmail : Specification<Customer, CustomerMatch>
{
    internal CustomerWithEmail(string email, CustomerId? except)
    {
        Query.Where(c => c.Email == email);
        if (except is { } id) Query.Where(c => c.Id != id);
        Select(c => new CustomerMatch(c.Id.Value, c.Name, c.Email, c.Phone, c.Address));
    }
}

/// <summary>C7: the same phone number, or the same name at the same address.</summary>
internal sealed class CustomersLike : Specification<Customer, CustomerMatch>
{
    private const int MostMatches = 10;

    internal CustomersLike(CustomerProfile profile)
    {
        var phone = profile.Phone;
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers both sides; a comparison argument cannot be translated.
        var name = profile.Name.ToLower();
        var address = profile.Address?.ToLower();
        Query.Where(c => (phone != null && c.Phone == phone) || (address != null && c.Name.ToLower() == name && c.Address!.ToLower() == address));
#pragma warning restore CA1304, CA1311, CA1862
        Query.OrderBy(c => c.Id).Take(MostMatches);
        Select(c => new CustomerMatch(c.Id.Value, c.Name, c.Email, c.Phone, c.Address));
    }
}

internal sealed record CustomerMatch(Guid Id, string Name, string Email, string? Phone, string? Address);

internal sealed class CustomerList : Specification<Customer, CustomerRow>
{
    internal CustomerList(CustomerFilter filter, CustomerScope scope, PagePlan<Customer, CustomerRow> plan)
    {
        if (scope.Condition is { } visible) Query.Where(visible);
        if (filter.Text is { } text) Query.Where(Matches(text));
        if (filter.Types is { } types) Query.Where(c => types.Contains(c.CustomerType));
        if (filter.Segments is { } segments) Query.Where(c => segments.Contains(c.Segment));
        if (filter.Statuses is { } statuses) Query.Where(c => statuses.Contains(c.Status));
        if (filter.AssignedTo is { } assignee) Query.Where(c => c.AssignedTo == assignee);
        if (filter.Unassigned) Query.Where(c => c.AssignedTo == null);
        if (filter.City is { } city)
        {
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL's lower().
            Query.Where(c => c.City!.ToLower() == city.ToLower());
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (filter.ZipCode is { } zip) Query.Where(c => c.ZipCode!.StartsWith(zip));
        if (filter.Tag is { } tag) Query.Where(c => c.Tags.Contains(tag));
        if (filter.LifetimeValueMin is { } least) Query.Where(c => c.LifetimeValue >= least);
        if (filter.LifetimeValueMax is { } most) Query.Where(c => c.LifetimeValue <= most);
        if (filter.CreatedFrom is { } from) Query.Where(c => c.CreatedAt >= from);
        if (filter.CreatedUntil is { } until) Query.Where(c => c.CreatedAt < until);
        plan.ApplyTo(Query);
        Select(CustomersMappings.ToRow);
    }

    private static Expression<Func<Customer, bool>> Matches(FreeText text)
    {
        // One condition per word keeps each of them within reach of the trigram index.
        var row = Expression.Parameter(typeof(Customer), "c");
        var all = text.Words.Select(word => Contains(row, word)).Aggregate(Expression.AndAlso);
        return Expression.Lambda<Func<Customer, bool>>(text.Digits is { } digits ? Expression.OrElse(Contains(row, digits), all) : all, row);
    }

    private static Expression Contains(ParameterExpression row, string word)
    {
        Expression<Func<Customer, bool>> contains = c => c.SearchText.Contains(word);
        return new Swap(contains.Parameters[0], row).Visit(contains.Body);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

internal sealed record CustomerFilter
{
    public FreeText? Text { get; init; }
    public CustomerType[]? Types { get; init; }
    public CustomerSegment[]? Segments { get; init; }
    public CustomerStatus[]? Statuses { get; init; }
    public Guid? AssignedTo { get; init; }
    public bool Unassigned { get; init; }
    public string? City { get; init; }
    public string? ZipCode { get; init; }
    public string? Tag { get; init; }
    public decimal? LifetimeValueMin { get; init; }
    public decimal? LifetimeValueMax { get; init; }
    public DateTimeOffset? CreatedFrom { get; init; }
    public DateTimeOffset? CreatedUntil { get; init; }
}
