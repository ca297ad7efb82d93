using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.Shared.Application.Searching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Customers.Application.Customers;

/// <summary>Filters as they stand in the query string; <c>assigned_to</c> is an id, <c>me</c> or <c>none</c>.</summary>
public sealed record SearchCustomers(
    PageRequest Page,
    string? Q = null,
    string? CustomerType = null,
    string? Segment = null,
    string? Status = null,
    string? AssignedTo = null,
    string? City = null,
    string? ZipCode = null,
    string? Tag = null,
    decimal? LifetimeValueMin = null,
    decimal? LifetimeValueMax = null,
    string? CreatedFrom = null,
    string? CreatedTo = null);

public sealed class SearchCustomersHandler(IReadRepository<Customer> customers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    private static readonly SortMap<Customer, CustomerRow> Sorts = SortMap<Customer, CustomerRow>
        .Create("-created_at", c => c.Id, r => r.Id)
        .By("created_at", c => c.CreatedAt, r => r.CreatedAt)
        .By("updated_at", c => c.UpdatedAt, r => r.UpdatedAt)
        .By("name", c => c.Name, r => r.Name)
        .By("lifetime_value", c => c.LifetimeValue, r => r.LifetimeValue)
        .By("project_count", c => c.ProjectCount, r => r.ProjectCount);

    public async Task<Result<PageOf<CustomerRow>>> HandleAsync(SearchCustomers query, CancellationToken ct)
    {
        var scope = user.ScopeOf();
        if (scope.IsFailure) return scope.Error;
        var check = new Validation();
        var filter = Read(query, check);
        var plan = Sorts.Plan(query.Page, check);
        if (check.Failed || plan is null) return check.ToError();

        var list = new CustomerList(filter, scope.Value, plan);
        var rows = await customers.ListAsync(list, ct);
        return plan.ToPage(rows, plan.ByCursor ? null : await customers.CountAsync(list, ct));
    }

    private CustomerFilter Read(SearchCustomers query, Validation check)
    {
        Guid? assignee = null;
        if (query.AssignedTo == "me") assignee = user.Id ?? Guid.Empty;
        else if (query.AssignedTo is not (null or "" or "none"))
        {
            if (Guid.TryParse(query.AssignedTo, out var id)) assignee = id;
            else check.Add("assigned_to", "must be a user's id, me or none.");
        }

        return new CustomerFilter
        {
            Text = FreeText.Read(check, "q", query.Q),
            Types = check.Enums<CustomerType>("customer_type", query.CustomerType),
            Segments = check.Enums<CustomerSegment>("segment", query.Segment),
            Statuses = check.Enums<CustomerStatus>("status", query.Status),
            AssignedTo = assignee,
            Unassigned = query.AssignedTo == "none",
            City = check.Text("city", query.City, 100),
            ZipCode = check.ZipCode("zip_code", query.ZipCode),
            Tag = check.Text("tag", query.Tag, 50),
            LifetimeValueMin = query.LifetimeValueMin,
            LifetimeValueMax = query.LifetimeValueMax,
            CreatedFrom = DateFilter.From("created_from", query.CreatedFrom, clock, check),
            CreatedUntil = DateFilter.Through("created_to", query.CreatedTo, clock, check),
        };
    }
}
