using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Customers.Api;

/// <summary>Query of <c>GET /api/customers</c>.</summary>
internal sealed record CustomerListQuery(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "customer_type")] string? CustomerType,
    [FromQuery(Name = "segment")] string? Segment,
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "assigned_to")] string? AssignedTo,
    [FromQuery(Name = "city")] string? City,
    [FromQuery(Name = "zip_code")] string? ZipCode,
    [FromQuery(Name = "tag")] string? Tag,
    [FromQuery(Name = "lifetime_value_min")] decimal? LifetimeValueMin,
    [FromQuery(Name = "lifetime_value_max")] decimal? LifetimeValueMax,
    [FromQuery(Name = "created_from")] string? CreatedFrom,
    [FromQuery(Name = "created_to")] string? CreatedTo,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchCustomers ToRequest() => new(
        new PageRequest(Page, PerPage, Cursor, Sort), Q, CustomerType, Segment, Status, AssignedTo, City, ZipCode, Tag,
        LifetimeValueMin, LifetimeValueMax, CreatedFrom, CreatedTo);
}
