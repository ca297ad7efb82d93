using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Read)]
public sealed class IndexModel(SearchLeadsHandler leads, Colleagues colleagues, ICurrentUser user) : PageModel
{
    private const int RowsShown = 25;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Temperature { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Source { get; set; }

    [BindProperty(SupportsGet = true, Name = "assigned_to")]
    public string? AssignedTo { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<LeadRow> List { get; private set; } = null!;

    public Colleagues People => colleagues;

    public bool MayCreate => user.Has(LeadsPermissions.Write);

    public string ShownSort => Sort ?? "-created_at";

    public IEnumerable<SelectListItem> Statuses => Choices.Of(LeadChoices.Statuses, Status);

    public IEnumerable<SelectListItem> Temperatures => Choices.Of(LeadChoices.Temperatures, Temperature);

    public IEnumerable<SelectListItem> Sources => Choices.Of(LeadChoices.Sources, Source);

    public IEnumerable<SelectListItem> Assignees =>
    [
        new("Me", "me", AssignedTo == "me"),
        new("Nobody", "none", AssignedTo == "none"),
        .. People.TakingLeads().Where(p => p.Value != user.Id.ToString()).Select(p => new SelectListItem(p.Text, p.Value, AssignedTo == p.Value)),
    ];

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (!string.IsNullOrWhiteSpace(Q)) chips.Add(new FilterChip("Search", Q, "q"));
            if (!string.IsNullOrEmpty(Status)) chips.Add(new FilterChip("Status", Choices.InWords(Status), "status"));
            if (!string.IsNullOrEmpty(Temperature)) chips.Add(new FilterChip("Temperature", Choices.InWords(Temperature), "temperature"));
            if (!string.IsNullOrEmpty(Source)) chips.Add(new FilterChip("Source", Choices.InWords(Source), "source"));
            if (AssignedTo is { Length: > 0 } who)
                chips.Add(new FilterChip("Assigned to", who switch { "me" => "Me", "none" => "Nobody", _ => People.NameOf(Guid.TryParse(who, out var id) ? id : null) ?? "Somebody" }, "assigned_to"));
            return chips;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await leads.HandleAsync(
            new SearchLeads
            {
                Q = Given(Q), Status = Given(Status), Temperature = Given(Temperature), Source = Given(Source), AssignedTo = Given(AssignedTo),
                Page = new PageRequest(P, RowsShown, Sort: ShownSort),
            }, ct);
        if (found.IsFailure) return BadRequest();
        List = found.Value;
        await People.LoadAsync(ct);
        return Page();
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
