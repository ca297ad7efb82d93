using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Api;

/// <summary>Who changed what, over all modules, newest first.</summary>
internal static class AuditEndpoints
{
    public static void MapAuditApi(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/audit").WithTags("Audit").RequireAuthorization(IdentityPermissions.ReadAudit).RefuseUnknownQuery()
            .MapGet("/", ListAudit).WithName(nameof(ListAudit)).WithSummary("List audit entries of all modules").Produces<PageOf<AuditRecord>>();

    private static async Task<IResult> ListAudit(
        HttpContext http, [AsParameters] AuditListQuery query, AuditLog log, ICompanyClock clock, CancellationToken ct)
    {
        var check = new Validation();
        var perPage = query.PerPage ?? PageRequest.DefaultPerPage;
        if (perPage is < 1 or > PageRequest.LargestPerPage) check.Add("per_page", $"must be between 1 and {PageRequest.LargestPerPage}.");
        var filter = new AuditFilter(
            check.Text("entity_type", query.EntityType, 100), query.EntityId, query.ActorId, check.Text("action", query.Action, 100),
            DateFilter.From("from", query.From, clock, check), DateFilter.To("to", query.To, clock, check), AuditCursor.Read(query.Cursor, check));
        if (check.Failed) return ApiAnswers.Page<AuditRecord>(http, check.ToError());

        // One more tells whether there is a next page.
        var found = await log.ReadAsync(filter, perPage + 1, ct);
        var items = found.Take(perPage).ToArray();
        var next = found.Count > perPage ? AuditCursor.Of(items[^1]) : null;
        return ApiAnswers.Page<AuditRecord>(http, new PageOf<AuditRecord>(items, null, perPage, null, null, next));
    }

    private sealed record AuditListQuery(
        [FromQuery(Name = "entity_type")] string? EntityType,
        [FromQuery(Name = "entity_id")] Guid? EntityId,
        [FromQuery(Name = "actor_id")] Guid? ActorId,
        [FromQuery(Name = "action")] string? Action,
        [FromQuery(Name = "from")] string? From,
        [FromQuery(Name = "to")] string? To,
        [FromQuery(Name = "per_page")] int? PerPage,
        [FromQuery(Name = "cursor")] string? Cursor);
}
