using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.SavedViews;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Api;

/// <summary>Saved states of lists, own and shared, and the columns that the caller wants to see.</summary>
internal static class SavedViewEndpoints
{
    public static void MapSavedViewsApi(this IEndpointRouteBuilder app)
    {
        var views = app.MapGroup("/api/saved-views").WithTags("Saved views").RequireAuthorization(IdentityPermissions.OwnAccount)
            .RefuseUnknownQuery().WithIdempotency("identity");
        views.MapGet("/", ListViews).WithName("ListSavedViews").WithSummary("The caller's views of a list and those shared with them; own ones first, each by name")
            .WithDescription("All of them in one answer: an owner has at most 50 of a list. `list` is `leads`; who may not read the list gets 403.")
            .Produces<SavedViewList>();
        views.MapPost("/", PostView).WithName("CreateSavedView").WithSummary("Save a state of a list under a name")
            .WithDescription("`query` holds filters and order by the names that the list's page has in its address, `columns` at most six of its columns beside the name (none: each reader's own choice). Sharing asks for `views.share`.")
            .Produces<SavedViewDetails>(StatusCodes.Status201Created);
        views.MapGet("/{id:guid}", ReadView).WithName("ReadSavedView").WithSummary("Read a view: one's own, or a shared one").Produces<SavedViewDetails>();
        views.MapPatch("/{id:guid}", PatchView).WithName("PatchSavedView").WithSummary("Rename a view, change what it shows, share it or not")
            .WithDescription("Its owner may, and of a shared view whoever has `views.manage`. `query` and `columns` are replaced as a whole.")
            .Accepts<SavedViewPatch>("application/merge-patch+json", "application/json").Produces<SavedViewDetails>();
        views.MapDelete("/{id:guid}", DeleteView).WithName("DeleteSavedView").WithSummary("Delete a view; it can be restored for 30 days").Produces(StatusCodes.Status204NoContent);
        views.MapPost("/{id:guid}/restore", RestoreView).WithName("RestoreSavedView").WithSummary("Restore a deleted view").Produces<SavedViewDetails>();

        var columns = app.MapGroup("/api/list-columns").WithTags("Saved views").RequireAuthorization(IdentityPermissions.OwnAccount).RefuseUnknownQuery();
        columns.MapGet("/{list}", ReadColumns).WithName("ReadListColumns").WithSummary("The columns that the caller sees of a list when nothing else is asked").Produces<ListColumns>();
        columns.MapPut("/{list}", PutColumns).WithName("PutListColumns").WithSummary("Choose the columns that the caller sees of a list")
            .WithDescription("At most six beside the name; none returns to what everybody begins with. Their order is the list's own.").Produces<ListColumns>();
    }

    private static async Task<IResult> ListViews([FromQuery(Name = "list")] string? list, ListSavedViewsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new ListSavedViews(list), ct));

    private static async Task<IResult> PostView(HttpContext http, CreateSavedView command, CreateSavedViewHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, (await handler.HandleAsync(command, ct)).Versioned(v => v.Version), view => $"/api/saved-views/{view.Id}");

    private static async Task<IResult> ReadView(HttpContext http, Guid id, GetSavedViewHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetSavedView(id), ct)).Versioned(v => v.Version));

    private static async Task<IResult> PatchView(HttpContext http, Guid id, SavedViewPatch fields, IfMatch ifMatch, ChangeSavedViewHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeSavedView(id, fields, ifMatch.Version), ct)).Versioned(v => v.Version));

    private static async Task<IResult> DeleteView(Guid id, IfMatch ifMatch, DeleteSavedViewHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteSavedView(id, ifMatch.Version), ct));

    private static async Task<IResult> RestoreView(HttpContext http, Guid id, IfMatch ifMatch, RestoreSavedViewHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new RestoreSavedView(id, ifMatch.Version), ct)).Versioned(v => v.Version));

    private static async Task<IResult> ReadColumns(HttpContext http, string list, GetListColumnsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetListColumns(list), ct)).Versioned(c => c.Version));

    private static async Task<IResult> PutColumns(HttpContext http, string list, ListColumnsFields fields, IfMatch ifMatch, ChangeListColumnsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeListColumns(list, fields, ifMatch.Version), ct)).Versioned(c => c.Version));
}
