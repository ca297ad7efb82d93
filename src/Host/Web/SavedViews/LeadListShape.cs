using IswitchRoofs.Identity.Application.SavedViews;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;

namespace IswitchRoofs.Host.Web.SavedViews;

/// <summary>What the lead list's address understands, and the columns it has: what can be saved as a view of it.</summary>
internal static class LeadListShape
{
    public const string Name = "leads";

    /// <summary>Beside the name, in the order in which the list shows them.</summary>
    public static IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("score", "Score", Sort: "score"),
        new("status", "Status"),
        new("assigned_to", "Assigned to"),
        new("project_type", "Wants"),
        new("estimated_value", "Value", Sort: "estimated_value", IsNumber: true),
        new("source", "Source"),
        new("city", "City, ZIP"),
        new("phone", "Phone"),
        new("email", "E-mail"),
        new("priority", "Priority"),
        new("next_follow_up_on", "Follow-up"),
        new("last_touch_at", "Last touch"),
        new("created_at", "Came in", Sort: "created_at"),
    ];

    public static IReadOnlyList<ReadyMadeView> ReadyMade { get; } =
    [
        new("My open leads", new Dictionary<string, string> { ["status"] = LeadChoices.OpenStatuses, ["assigned_to"] = "me" }),
        new("Hot and still new", new Dictionary<string, string> { ["status"] = "new", ["temperature"] = "hot" }),
        new("Unassigned", new Dictionary<string, string> { ["status"] = LeadChoices.OpenStatuses, ["assigned_to"] = "none" }),
        new("Overdue", new Dictionary<string, string> { ["attention"] = "overdue" }),
    ];

    /// <summary>Its filters and its order, by their names in the address.</summary>
    public static IEnumerable<string> Keys => Of().Filters.Select(filter => filter.Key);

    public static ListShape Of() => new(
        Name, LeadsPermissions.Read,
        [
            new("q", Longest: 100),
            new("status", LeadChoices.Statuses, Several: true),
            new("temperature", LeadChoices.Temperatures, Several: true),
            new("source", LeadChoices.Sources, Several: true, Longest: 400),
            new("assigned_to", ["me", "none"], TakesIds: true),
            new("attention", ["overdue", "stale"]),
            new(Addresses.SortKey, [.. LeadChoices.Sorts.SelectMany(s => new[] { s, "-" + s })]),
        ],
        [.. Columns.Select(c => c.Key)],
        ["score", "status", "assigned_to", "project_type", "estimated_value", "created_at"]);
}
