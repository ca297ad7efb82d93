using IswitchRoofs.Identity.Application.SavedViews;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;

namespace IswitchRoofs.Host.Web.SavedViews;

/// <summary>What the lead list's address understands, and the columns it has: what can be saved as a view of it.</summary>
internal static class LeadListShape
{
    public const string Name = "leads";

    public static ListShape Of() => new(
        Name, LeadsPermissions.Read,
        [
            new("q", Longest: 100),
            new("status", LeadChoices.Statuses, Several: true),
            new("temperature", LeadChoices.Temperatures, Several: true),
            new("source", LeadChoices.Sources, Several: true, Longest: 400),
            new("assigned_to", ["me", "none"], TakesIds: true),
            new("attention", ["overdue", "stale"]),
            new("sort", [.. LeadChoices.Sorts.SelectMany(s => new[] { s, "-" + s })]),
        ],
        ["score", "status", "assigned_to", "project_type", "estimated_value", "source", "city", "phone", "email", "priority", "next_follow_up_on", "last_touch_at", "created_at"],
        ["score", "status", "assigned_to", "project_type", "estimated_value", "created_at"]);
}
