using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Board;
using IswitchRoofs.Leads.Application.Export;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application;
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
        leads.MapGet("/export.csv", ReadExport).WithName("ExportLeads").WithSummary("Every lead that the list's filters leave, as CSV")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<IResult> ReadBoard([AsParameters] LeadBoardQuery query, GetLeadBoardHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetLeadBoard(query.ToFilter(), query.PerPage), ct));

    private static async Task<IResult> ListHot(
        HttpContext http, [FromQuery(Name = "assigned_to")] string? assignedTo, [FromQuery(Name = "page")] int? page, [FromQuery(Name = "per_page")] int? perPage,
        [FromQuery(Name = "cursor")] string? cursor, GetHotLeadsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(new GetHotLeads(assignedTo, new PageRequest(page, perPage, cursor)), ct));

    private static async Task<IResult> ReadStats([FromQuery(Name = "assigned_to")] string? assignedTo, GetLeadStatsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetLeadStats(assignedTo), ct));

    private static async Task<IResult> ReadExport(
        HttpContext http, [AsParameters] LeadExportQuery query, ExportLeadsHandler handler, Colleagues people, ICompanyClock clock, CancellationToken ct)
    {
        var export = await handler.HandleAsync(new ExportLeads(query.ToFilter()), ct);
        if (export.IsFailure) return export.Error.ToProblem();
        await LeadCsv.WriteAsync(http.Response, export.Value.Rows, people, clock.Today, ct);
        return TypedResults.Empty;
    }
}
