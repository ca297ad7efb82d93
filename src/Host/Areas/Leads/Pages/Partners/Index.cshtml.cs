using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Partners;

[Authorize(LeadsPermissions.ReadPartners)]
public sealed class IndexModel(SearchPartnersHandler partners, GetPartnerStatsHandler stats, ICurrentUser user) : PageModel
{
    private const int RowsShown = 25;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tier { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<PartnerRow> List { get; private set; } = null!;

    public PartnerStats Stats { get; private set; } = null!;

    public bool MayCreate => user.Has(LeadsPermissions.CreatePartners);

    public string ShownSort => Sort ?? "company_name";

    public IEnumerable<SelectListItem> Categories => Choices.Of(PartnerChoices.Categories, Category);

    public IEnumerable<SelectListItem> Tiers => Choices.Of(PartnerChoices.Tiers, Tier);

    public IEnumerable<SelectListItem> Statuses => Choices.Of(PartnerChoices.Statuses, Status);

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (!string.IsNullOrWhiteSpace(Q)) chips.Add(new FilterChip("Search", Q, "q"));
            if (!string.IsNullOrEmpty(Category)) chips.Add(new FilterChip("Category", Choices.InWords(Category), "category"));
            if (!string.IsNullOrEmpty(Tier)) chips.Add(new FilterChip("Tier", Choices.InWords(Tier), "tier"));
            if (!string.IsNullOrEmpty(Status)) chips.Add(new FilterChip("Status", Choices.InWords(Status), "status"));
            return chips;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await partners.HandleAsync(new SearchPartners(Given(Q), Given(Category), Given(Tier), Given(Status), new PageRequest(P, RowsShown, Sort: ShownSort)), ct);
        if (found.IsFailure) return BadRequest();
        List = found.Value;
        Stats = (await stats.HandleAsync(new GetPartnerStats(PartnerId: null), ct)).Value;
        return Page();
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
