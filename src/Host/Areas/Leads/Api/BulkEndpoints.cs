using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Bulk;

namespace IswitchRoofs.Host.Areas.Leads.Api;

/// <summary>REST door of changes to many leads.</summary>
internal static class BulkEndpoints
{
    public static void MapBulkLeadsApi(this IEndpointRouteBuilder app)
    {
        var bulk = app.MapGroup("/api/leads/bulk").WithTags("Leads").RequireAuthorization(LeadsPermissions.Read).RequireAuthorization(LeadsPermissions.Write)
            .RefuseUnknownQuery().WithIdempotency("leads");
        bulk.MapPost("/", PostBulk).WithName("ChangeLeads").WithSummary("Assign, move, tag or delete many leads, by ids or by filter; answers done and skipped with reasons")
            .Produces<LeadsChanged>();
        bulk.MapPost("/{id:guid}/undo", PostUndo).WithName("UndoBulkChange").WithSummary("Take a bulk change back")
            .Produces<LeadsChanged>();
    }

    private static async Task<IResult> PostBulk(ChangeLeads command, ChangeLeadsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(command, ct));

    private static async Task<IResult> PostUndo(Guid id, UndoBulkChangeHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new UndoBulkChange(id), ct));
}
