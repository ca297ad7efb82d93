using System.Buffers.Text;
using System.Globalization;
using System.Text;
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
        HttpContext http, [AsParameters] AuditListQuery query, IEnumerable<IAuditTrail> trails, ICompanyClock clock, CancellationToken ct)
    {
        var check = new Validation();
        var perPage = query.PerPage ?? PageRequest.DefaultPerPage;
        if (perPage is < 1 or > PageRequest.LargestPerPage) check.Add("per_page", $"must be between 1 and {PageRequest.LargestPerPage}.");
        var filter = new AuditFilter(
            check.Text("entity_type", query.EntityType, 100), query.EntityId, query.ActorId, check.Text("action", query.Action, 100),
            DateFilter.From("from", query.From, clock, check), DateFilter.To("to", query.To, clock, check), Position(query.Cursor, check));
        if (check.Failed) return ApiAnswers.Page<AuditRecord>(http, check.ToError());

        // Each module answers its newest; the newest of those are the page. One more tells whether there is a next one.
        var entries = new List<AuditRecord>();
        foreach (var trail in trails) entries.AddRange(await trail.ReadAsync(filter, perPage + 1, ct));
        var sorted = entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(perPage + 1).ToArray();
        var items = sorted.Take(perPage).ToArray();
        var next = sorted.Length > perPage ? Cursor(items[^1]) : null;
        return ApiAnswers.Page<AuditRecord>(http, new PageOf<AuditRecord>(items, null, perPage, null, null, next));
    }

    private static string Cursor(AuditRecord entry) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{entry.At:O}|{entry.Id}")));

    private static (DateTimeOffset, Guid)? Position(string? cursor, Validation check)
    {
        if (cursor is null) return null;
        if (cursor.Length < 200 && Base64Url.IsValid(cursor)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|') is [var at, var id]
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) && Guid.TryParse(id, out var guid))
            return (instant.ToUniversalTime(), guid);
        check.Add("cursor", "is no cursor of this list: use next_cursor as it was answered.");
        return null;
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
