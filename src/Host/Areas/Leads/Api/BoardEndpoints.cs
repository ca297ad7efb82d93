using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Board;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of what is seen of many leads at once.</summary>
internal static class BoardEndpoints
{
    public static void MapLeadBoardApi(this IEndpointRouteBuilder app)
    {
        var leads = app.MapGroup("/api/leads").WithTags("Leads").RequireAuthorization(LeadsPermissions.Read).RefuseUnknownQuery();
        leads.MapGet("/board", ReadBoard).WithName("ReadLeadBoard").WithSummary("The pipeline as columns: count, value and first page of each status")
            .Produces<LeadBoard>();
        leads.MapGet("/hot", ListHot).WithName("ListHotLeads").WithSummary("Open hot leads, highest score first").Produces<PageOf<LeadRow>>();
        leads.MapGet("/stats", ReadStats).WithName("ReadLeadStats").WithSummary("How many leads there are by status, temperature and source, and what they are worth")
            .Produces<LeadStats>();
    }

    private static async Task<IResult> ReadBoard([AsParameters] LeadBoardQuery query, GetLeadBoardHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetLeadBoard(query.ToFilter(), query.PerPage), ct));

    private static async Task<IResult> ListHot(
        HttpContext http, [FromQuery(Name = "assigned_to")] string? assignedTo, [FromQuery(Name = "page")] int? page, [FromQuery(Name = "per_page")] int? perPage,
        [FromQuery(Name = "cursor")] string? cursor, GetHotLeadsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(new GetHotLeads(assignedTo, new PageRequest(page, perPage, cursor)), ct));

    private static async Task<IResult> ReadStats([FromQuery(Name = "assigned_to")] string? assignedTo, GetLeadStatsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetLeadStats(assignedTo), ct));
}
