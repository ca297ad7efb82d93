using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Customers.Pages;

[Authorize(CustomersPermissions.Read + "|" + CustomersPermissions.ReadAssigned)]
public sealed class IndexModel(SearchCustomersHandler search, Colleagues colleagues, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "segment")]
    public string? Segment { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "customer_type")]
    public string? CustomerType { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.SortKey)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<CustomerRow> List { get; private set; } = new([], 1, PageRequest.DefaultPerPage, 0, 0, null);

    public bool MayWrite => user.Has(CustomersPermissions.Write);

    public IEnumerable<SelectListItem> Segments => Choices.Of(["premium", "referral_source", "repeat", "standard"], Segment);

    public IEnumerable<SelectListItem> Statuses => Choices.Of(["vip", "active", "inactive", "churned"], Status);

    public IEnumerable<SelectListItem> Types => Choices.Of(["residential", "commercial", "government"], CustomerType);

    public IReadOnlyCollection<FilterChip> Chips => FilterChip.OfGiven(("Search", Q, "q"), ("Segment", Segment, "segment"), ("Status", Status, "status"), ("Type", CustomerType, "customer_type"));

    public string? NameOf(Guid? id) => colleagues.NameOf(id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await search.HandleAsync(new SearchCustomers(new PageRequest(P, Sort: Sort), Q, CustomerType, Segment, Status), ct);

        // A tampered address shows the plain list rather than an error page.
        if (found.IsFailure && Request.Query.Count > 0) return RedirectToPage();
        if (found.IsFailure) return Forbid();
        List = found.Value;
        await colleagues.LoadAsync(ct);
        return Page();
    }
}
