using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Read)]
public sealed class IndexModel(SearchLeadsHandler leads, GetResponseDeadlinesHandler deadlines, Colleagues colleagues, ICurrentUser user) : PageModel
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

    public ResponseDeadlines Deadlines { get; private set; } = null!;

    public Colleagues People => colleagues;

    public bool MayCreate => user.Has(LeadsPermissions.Write);

    public string ShownSort => Sort ?? "-created_at";

    public IEnumerable<SelectListItem> Statuses => Choices.Of(LeadChoices.Statuses, Status);

    public IEnumerable<SelectListItem> Temperatures => Choices.Of(LeadChoices.Temperatures, Temperature);

    public IEnumerable<SelectListItem> Sources => Choices.Of(LeadChoices.Sources, Source);

    public IEnumerable<SelectListItem> Assignees => LeadFilterBar.Assignees(People, user, AssignedTo);

    public IReadOnlyList<FilterChip> Chips => LeadFilterBar.Chips(People, Q, Status, Temperature, Source, AssignedTo);

    public object BoardFilters => new { q = Given(Q), temperature = Given(Temperature), source = Given(Source), assigned_to = Given(AssignedTo) };

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
        Deadlines = (await deadlines.HandleAsync(new GetResponseDeadlines(), ct)).Value;
        await People.LoadAsync(ct);
        return Page();
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
