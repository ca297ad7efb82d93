using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>The filters that list and board share: bound from the address, offered, shown as chips and handed to the use cases.</summary>
public abstract class LeadFilterPage(Colleagues colleagues, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Temperature { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Attention { get; set; }

    [BindProperty(SupportsGet = true, Name = "assigned_to")]
    public string? AssignedTo { get; set; }

    public Colleagues People { get; } = colleagues;

    protected ICurrentUser Viewer { get; } = user;

    public IEnumerable<SelectListItem> Temperatures => Choices.Of(LeadChoices.Temperatures, Temperature);

    public IEnumerable<SelectListItem> Sources => Choices.Of(LeadChoices.Sources, Source);

    public IEnumerable<SelectListItem> Attentions => [new("Overdue", "overdue", Attention == "overdue"), new("Stale", "stale", Attention == "stale")];

    public IEnumerable<SelectListItem> Assignees =>
    [
        new("Me", "me", AssignedTo == "me"),
        new("Nobody", "none", AssignedTo == "none"),
        .. People.TakingLeads().Where(p => p.Value != Viewer.Id.ToString()).Select(p => new SelectListItem(p.Text, p.Value, AssignedTo == p.Value)),
    ];

    public virtual IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (!string.IsNullOrWhiteSpace(Q)) chips.Add(new FilterChip("Search", Q, "q"));
            if (!string.IsNullOrEmpty(Temperature)) chips.Add(new FilterChip("Temperature", Choices.InWords(Temperature), "temperature"));
            if (!string.IsNullOrEmpty(Source)) chips.Add(new FilterChip("Source", Choices.InWords(Source), "source"));
            if (AssignedTo is { Length: > 0 } who)
                chips.Add(new FilterChip("Assigned to", who switch { "me" => "Me", "none" => "Nobody", _ => People.NameOf(Guid.TryParse(who, out var id) ? id : null) ?? "Somebody" }, "assigned_to"));
            if (Attentions.FirstOrDefault(a => a.Selected) is { } chosen) chips.Add(new FilterChip("Needs attention", chosen.Text, "attention"));
            return chips;
        }
    }

    /// <summary>The same filters on the other page.</summary>
    public object Filters => new { q = Given(Q), temperature = Given(Temperature), source = Given(Source), assigned_to = Given(AssignedTo), attention = Given(Attention) };

    protected T Filter<T>() where T : LeadSelection, new() => FilterOf<T>(Q, Temperature, Source, AssignedTo, Attention);

    /// <summary>What the address means.</summary>
    internal static T FilterOf<T>(string? q, string? temperature, string? source, string? assignedTo, string? attention) where T : LeadSelection, new() =>
        new() { Q = Given(q), Temperature = Given(temperature), Source = Given(source), AssignedTo = Given(assignedTo), Stale = attention == "stale" ? true : null, Overdue = attention == "overdue" ? true : null };

    protected static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
