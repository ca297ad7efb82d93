using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Notifications;

[Authorize(IdentityPermissions.OwnAccount)]
public sealed class IndexModel(
    GetNotificationsHandler notifications, CountUnreadHandler unread, ReadNotificationHandler reading, ReadAllNotificationsHandler readingAll) : PageModel
{
    private const int InBell = 8;

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    public bool IsFiltered => Show == "unread" || !string.IsNullOrEmpty(Type);

    public IEnumerable<SelectListItem> Types => NotificationTypes.ForUsers.Select(t => new SelectListItem(t.Label, t.Type, t.Type == Type));

    public PageOf<NotificationRow> List { get; private set; } = new([], 1, PageRequest.DefaultPerPage, 0, 0, null);

    public int Unread { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var list = await notifications.HandleAsync(new GetNotifications(new PageRequest(P), Show == "unread" ? true : null, Type), ct);
        if (list.IsFailure) return NotFound();
        List = list.Value;
        Unread = await CountAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetBellAsync(CancellationToken ct)
    {
        var list = await notifications.HandleAsync(new GetNotifications(new PageRequest(PerPage: InBell)), ct);
        if (list.IsFailure) return NotFound();
        var items = list.Value.Items.Select(n => new BellItem(n.Title, n.Body, n.Type, n.Priority, OpenUrl(n.Id), n.CreatedAt, n.ReadAt is null));
        return Partial("_BellList", new BellList(await CountAsync(ct), [.. items]));
    }

    /// <summary>Leads to what the notification is about, and marks it read on the way.</summary>
    public async Task<IActionResult> OnGetOpenAsync(Guid id, CancellationToken ct)
    {
        var read = await reading.HandleAsync(new ReadNotification(id), ct);
        if (read.IsFailure) return NotFound();
        return Redirect(TargetOf(read.Value) ?? Url.Page("/Notifications/Index", pageHandler: null)!);
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct)
    {
        var read = await reading.HandleAsync(new ReadNotification(id), ct);
        return read.IsFailure ? NotFound() : RedirectToPage(new { show = Show, type = Type, p = P });
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken ct)
    {
        await readingAll.HandleAsync(new ReadAllNotifications(), ct);
        this.Toast("All notifications are marked as read");
        return RedirectToPage();
    }

    public string OpenUrl(Guid id) => Url.Page("/Notifications/Index", "Open", new { area = "Identity", id })!;

    private string? TargetOf(NotificationRow notification) => notification.EntityType switch
    {
        "lead" => Details("Leads", notification.EntityId),
        "project" => Details("Projects", notification.EntityId),
        "appointment" => Details("Scheduling", notification.EntityId),
        "customer" => Details("Customers", notification.EntityId),
        "mail" => Url.Page("/Settings/Mail", pageHandler: null, new { area = "Identity" }),
        _ => null,
    };

    private string? Details(string area, Guid? id) => Url.Page("/Details", pageHandler: null, new { area, id });

    private async Task<int> CountAsync(CancellationToken ct)
    {
        var count = await unread.HandleAsync(new CountUnread(), ct);
        return count.IsSuccess ? count.Value.Unread : 0;
    }
}
