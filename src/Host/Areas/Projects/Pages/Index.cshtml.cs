using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Projects.Pages;

[Authorize(ProjectsPermissions.Read + "|" + ProjectsPermissions.ReadAssigned)]
public sealed class IndexModel(SearchProjectsHandler search, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "project_type")]
    public string? ProjectType { get; set; }

    /// <summary><c>overdue</c> or <c>over_budget</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "watch")]
    public string? Watch { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.SortKey)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<ProjectRow> List { get; private set; } = new([], 1, PageRequest.DefaultPerPage, 0, 0, null);

    public bool MayWrite => user.Has(ProjectsPermissions.Write);

    public IEnumerable<SelectListItem> Statuses => Choices.Of(ProjectChoices.Statuses, Status);

    public IEnumerable<SelectListItem> Types => Choices.Of(ProjectChoices.Types, ProjectType);

    public IEnumerable<SelectListItem> Watches => Choices.Of(["overdue", "over_budget"], Watch);

    public IReadOnlyCollection<FilterChip> Chips => FilterChip.OfGiven(("Search", Q, "q"), ("Status", Status, "status"), ("Type", ProjectType, "project_type"), ("Trouble", Watch, "watch"));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await search.HandleAsync(
            new SearchProjects
            {
                Page = new PageRequest(P, Sort: Sort),
                Q = Q,
                Status = Status,
                ProjectType = ProjectType,
                Overdue = Watch == "overdue" ? true : null,
                OverBudget = Watch == "over_budget" ? true : null,
            },
            ct);

        // A tampered address shows the plain list rather than an error page.
        if (found.IsFailure && Request.Query.Count > 0) return RedirectToPage();
        if (found.IsFailure) return Forbid();
        List = found.Value;
        return Page();
    }
}
