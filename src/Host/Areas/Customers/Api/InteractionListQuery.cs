using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Customers.Api;

/// <summary>Query of <c>GET /api/interactions</c>.</summary>
internal sealed record InteractionListQuery(
    [FromQuery(Name = "customer_id")] Guid? CustomerId,
    [FromQuery(Name = "lead_id")] Guid? LeadId,
    [FromQuery(Name = "project_id")] Guid? ProjectId,
    [FromQuery(Name = "interaction_type")] string? InteractionType,
    [FromQuery(Name = "direction")] string? Direction,
    [FromQuery(Name = "outcome")] string? Outcome,
    [FromQuery(Name = "user_id")] string? UserId,
    [FromQuery(Name = "from")] string? From,
    [FromQuery(Name = "to")] string? To,
    [FromQuery(Name = "follow_up")] string? FollowUp,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchInteractions ToRequest() => new(new PageRequest(Page, PerPage, Cursor, Sort))
    {
        CustomerId = CustomerId,
        LeadId = LeadId,
        ProjectId = ProjectId,
        InteractionType = InteractionType,
        Direction = Direction,
        Outcome = Outcome,
        UserId = UserId,
        From = From,
        To = To,
        FollowUp = FollowUp,
    };
}

/// <summary>Query of <c>GET /api/customers/{id}/interactions</c>.</summary>
internal sealed record CustomerInteractionsQuery(
    [FromQuery(Name = "interaction_type")] string? InteractionType,
    [FromQuery(Name = "direction")] string? Direction,
    [FromQuery(Name = "follow_up")] string? FollowUp,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchInteractions Of(Guid customer) => new(new PageRequest(Page, PerPage, Cursor, Sort))
    {
        CustomerId = customer, InteractionType = InteractionType, Direction = Direction, FollowUp = FollowUp,
    };
}
