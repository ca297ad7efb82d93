using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Api;

/// <summary>One's own notifications; nobody reads another's.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotificationsApi(this IEndpointRouteBuilder app)
    {
        var notifications = app.MapGroup("/api/notifications").WithTags("Notifications").RequireAuthorization(IdentityPermissions.OwnAccount)
            .RefuseUnknownQuery().WithIdempotency("identity");
        notifications.MapGet("/", ListNotifications).WithName(nameof(ListNotifications)).WithSummary("The caller's notifications, newest first")
            .Produces<PageOf<NotificationRow>>();
        notifications.MapGet("/unread-count", ReadUnreadCount).WithName(nameof(ReadUnreadCount)).WithSummary("How many the caller has not read")
            .Produces<UnreadCount>();
        notifications.MapPost("/{id:guid}/read", PostRead).WithName("ReadNotification").WithSummary("Mark one as read").Produces<NotificationRow>();
        notifications.MapPost("/read-all", PostReadAll).WithName("ReadAllNotifications").WithSummary("Mark all as read").Produces<UnreadCount>();
        notifications.MapGet("/preferences", ReadPreferences).WithName(nameof(ReadPreferences)).WithSummary("How the caller wants to be told").Produces<PreferenceDetails>();
        notifications.MapPut("/preferences", PutPreferences).WithName(nameof(PutPreferences)).WithSummary("Replace the caller's preferences")
            .WithDescription("What is absent returns to how everybody begins: bell and mail on, nothing muted, no quiet hours, no digest.")
            .Produces<PreferenceDetails>();
    }

    private static async Task<IResult> ListNotifications(
        HttpContext http, [AsParameters] NotificationListQuery query, GetNotificationsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> ReadUnreadCount(CountUnreadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new CountUnread(), ct));

    private static async Task<IResult> PostRead(Guid id, ReadNotificationHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new ReadNotification(id), ct));

    private static async Task<IResult> PostReadAll(ReadAllNotificationsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new ReadAllNotifications(), ct));

    private static async Task<IResult> ReadPreferences(HttpContext http, GetPreferencesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetPreferences(), ct)).Versioned(p => p.Version));

    private static async Task<IResult> PutPreferences(HttpContext http, ChangePreferences command, IfMatch ifMatch, ChangePreferencesHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(command with { IfVersion = ifMatch.Version }, ct)).Versioned(p => p.Version));
}

/// <summary>Query of <c>GET /api/notifications</c>.</summary>
internal sealed record NotificationListQuery(
    [FromQuery(Name = "unread")] bool? Unread,
    [FromQuery(Name = "type")] string? Type,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public GetNotifications ToRequest() => new(new PageRequest(Page, PerPage, Cursor, Sort), Unread, Type);
}
