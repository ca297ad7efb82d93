using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Web;

internal enum NavigationGroup
{
    Main,
    More,
    Settings,
}

/// <param name="Key">The letter after <c>g</c>.</param>
/// <param name="AnyOf">Permissions of which one is enough; none: everybody who is signed in.</param>
internal sealed record NavigationItem(
    NavigationGroup Group, string Label, string Icon, string Area, string Page, string? Key = null, params string[] AnyOf);

/// <param name="Label">A verb and an object: "New lead".</param>
internal sealed record NavigationAction(string Label, string Icon, string Area, string Page, params string[] AnyOf);

internal sealed record NavigationLink(NavigationGroup Group, string Label, string Icon, string Url, string? Key);

/// <summary>
/// Where one can go and what one can begin, in the order of the day; rail, bottom bar, palette and shortcuts are made of it.
/// What the user may not do and pages that do not exist are left out, so an entry may be listed before its page is built.
/// </summary>
internal sealed class Navigation(LinkGenerator links, ICurrentUser user)
{
    private static readonly NavigationItem[] Items =
    [
        new(NavigationGroup.Main, "Today", Icon: "sun", "", "/Index", "t"),
        new(NavigationGroup.Main, "Leads", Icon: "target-arrow", "Leads", "/Index", "l", "leads.read"),
        new(NavigationGroup.Main, "Appointments", Icon: "calendar-event", "Scheduling", "/Index", "a", "appointments.read", "appointments.read_assigned"),
        new(NavigationGroup.Main, "Projects", Icon: "home-cog", "Projects", "/Index", "p", "projects.read", "projects.read_assigned"),
        new(NavigationGroup.Main, "Customers", Icon: "users", "Customers", "/Index", "c", "customers.read", "customers.read_assigned"),
        new(NavigationGroup.Main, "Interactions", Icon: "messages", "Customers", "/Interactions/Index", "i", "interactions.read", "interactions.read_assigned"),
        new(NavigationGroup.Main, "Dashboard", Icon: "chart-bar", "Analytics", "/Index", "d", "analytics.read", "analytics.read_own"),
        new(NavigationGroup.More, "Partners", Icon: "heart-handshake", "Leads", "/Partners/Index", null, "partners.read"),
        new(NavigationGroup.More, "Reviews", Icon: "star", "Customers", "/Reviews/Index", null, "reviews.read"),
        new(NavigationGroup.More, "Alerts", Icon: "alert-triangle", "Analytics", "/Alerts/Index", null, "alerts.read", "alerts.read_own"),
        new(NavigationGroup.More, "Notifications", Icon: "bell", "Identity", "/Notifications/Index", "n"),
        new(NavigationGroup.More, "Teams", Icon: "users-group", "Identity", "/Teams/Index", null, "teams.read", "teams.read_own"),
        new(NavigationGroup.Settings, "Settings", Icon: "settings", "Identity", "/Settings/Index", "s", "users.read", "settings.manage", "audit.read", "system.manage"),
    ];

    private static readonly NavigationAction[] Begin =
    [
        new("New lead", Icon: "user-plus", "Leads", "/Create", "leads.write"),
        new("Import leads", Icon: "file-import", "Leads", "/Imports/Create", "leads.import"),
        new("New appointment", Icon: "calendar-plus", "Scheduling", "/Create", "appointments.write"),
        new("New project", Icon: "home-plus", "Projects", "/Create", "projects.write"),
        new("New customer", Icon: "users-plus", "Customers", "/Create", "customers.write"),
        new("Log an interaction", Icon: "message-plus", "Customers", "/Interactions/Create", "interactions.write"),
    ];

    private NavigationLink[]? _links;

    public IReadOnlyList<NavigationLink> Links =>
        _links ??= [.. Items
            .Where(i => Allowed(i.AnyOf))
            .Select(i => (Item: i, Url: PathOf(i.Area, i.Page)))
            .Where(x => x.Url is not null)
            .Select(x => new NavigationLink(x.Item.Group, x.Item.Label, x.Item.Icon, x.Url!, x.Item.Key))];

    public IReadOnlyList<(string Label, string Icon, string Url)> Actions =>
        [.. Begin
            .Where(a => Allowed(a.AnyOf))
            .Select(a => (a.Label, a.Icon, Url: PathOf(a.Area, a.Page)))
            .Where(x => x.Url is not null)
            .Select(x => (x.Label, x.Icon, x.Url!))];

    /// <summary>What the palette is filled with; <c>keys</c> also drives the two-letter shortcuts.</summary>
    public IEnumerable<object> Palette =>
    [
        .. Actions.Select(a => new { a.Label, a.Url, a.Icon, Group = "Actions", Keys = (string?)null }),
        .. Links.Select(l => new { l.Label, l.Url, l.Icon, Group = "Go to", Keys = l.Key is null ? null : $"g {l.Key}" }),
    ];

    /// <summary>The realtime channels of this user; the server decides at subscription whether each is granted.</summary>
    public IEnumerable<string> Channels
    {
        get
        {
            if (user.Id is not { } id) yield break;
            yield return $"private-user-{id}";
            foreach (var team in user.TeamIds) yield return $"private-team-{team}";
            if (Links.Any(l => l.Key == "d")) yield return "private-dashboard";
        }
    }

    /// <returns>Null when there is no such page.</returns>
    public string? PathOf(string area, string page, string? handler = null) =>
        links.GetPathByPage(page, handler, new { area });

    /// <summary>The entry under which a path lies: <c>/Leads/Details/1</c> belongs to <c>/Leads</c>.</summary>
    public NavigationLink? CurrentOf(PathString path) =>
        Links.Where(l => l.Url == "/" ? path.Value is null or "/" : path.StartsWithSegments(l.Url, StringComparison.OrdinalIgnoreCase))
            .MaxBy(l => l.Url.Length);

    private bool Allowed(string[] anyOf) => user.Id is not null && (anyOf.Length == 0 || anyOf.Any(user.Has));
}
