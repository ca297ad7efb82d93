using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>The filters that list and board share.</summary>
internal static class LeadFilterBar
{
    public static IEnumerable<SelectListItem> Assignees(Colleagues people, ICurrentUser user, string? chosen) =>
    [
        new("Me", "me", chosen == "me"),
        new("Nobody", "none", chosen == "none"),
        .. people.TakingLeads().Where(p => p.Value != user.Id.ToString()).Select(p => new SelectListItem(p.Text, p.Value, chosen == p.Value)),
    ];

    public static IEnumerable<SelectListItem> StaleOrNot { get; } = [new("Stale only", "true"), new("Not stale", "false")];

    public static IReadOnlyList<FilterChip> Chips(Colleagues people, string? q, string? status, string? temperature, string? source, string? assignedTo, bool? stale)
    {
        var chips = new List<FilterChip>();
        if (!string.IsNullOrWhiteSpace(q)) chips.Add(new FilterChip("Search", q, "q"));
        if (!string.IsNullOrEmpty(status)) chips.Add(new FilterChip("Status", Choices.InWords(status), "status"));
        if (!string.IsNullOrEmpty(temperature)) chips.Add(new FilterChip("Temperature", Choices.InWords(temperature), "temperature"));
        if (!string.IsNullOrEmpty(source)) chips.Add(new FilterChip("Source", Choices.InWords(source), "source"));
        if (assignedTo is { Length: > 0 } who)
            chips.Add(new FilterChip("Assigned to", who switch { "me" => "Me", "none" => "Nobody", _ => people.NameOf(Guid.TryParse(who, out var id) ? id : null) ?? "Somebody" }, "assigned_to"));
        if (stale is { } only) chips.Add(new FilterChip("Stale", only ? "Yes" : "No", "stale"));
        return chips;
    }
}
