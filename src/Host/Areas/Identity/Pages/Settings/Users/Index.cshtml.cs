using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Users;

[Authorize(IdentityPermissions.ReadUsers)]
public sealed class IndexModel(SearchUsersHandler users, SearchTeamsHandler teams, ICurrentUser caller) : PageModel
{
    private const int RowsShown = 25;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "team_id")]
    public Guid? TeamId { get; set; }

    [BindProperty(SupportsGet = true, Name = "is_active")]
    public bool? IsActive { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<UserDetails> List { get; private set; } = null!;

    public IReadOnlyList<TeamDetails> Teams { get; private set; } = [];

    public bool MayManage => caller.Has(IdentityPermissions.ManageUsers);

    public string ShownSort => Sort ?? "name";

    public IEnumerable<SelectListItem> Roles => Choices.Of(UserChoices.Roles, Role);

    public IEnumerable<SelectListItem> TeamChoices => Teams.Select(t => new SelectListItem(t.Name, t.Id.ToString(), t.Id == TeamId));

    public IEnumerable<SelectListItem> States => [new("Active", "true", IsActive == true), new("Invited or disabled", "false", IsActive == false)];

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (!string.IsNullOrWhiteSpace(Q)) chips.Add(new FilterChip("Search", Q, "q"));
            if (!string.IsNullOrEmpty(Role)) chips.Add(new FilterChip("Role", Choices.InWords(Role), "role"));
            if (TeamId is { } team) chips.Add(new FilterChip("Team", Teams.FirstOrDefault(t => t.Id == team)?.Name ?? "Another", "team_id"));
            if (IsActive is { } active) chips.Add(new FilterChip("State", active ? "Active" : "Invited or disabled", "is_active"));
            return chips;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await users.HandleAsync(
            new SearchUsers(new PageRequest(P, RowsShown, Sort: ShownSort), string.IsNullOrWhiteSpace(Q) ? null : Q, string.IsNullOrEmpty(Role) ? null : Role, TeamId, IsActive), ct);
        if (found.IsFailure) return BadRequest();
        List = found.Value;
        var all = await teams.HandleAsync(new SearchTeams(new PageRequest(PerPage: PageRequest.LargestPerPage)), ct);
        if (all.IsSuccess) Teams = all.Value.Items;
        return Page();
    }

    public string TeamNames(UserDetails user) =>
        string.Join(", ", Teams.Where(t => user.TeamIds.Contains(t.Id)).Select(t => t.Name)) is { Length: > 0 } names ? names : Words.None;
}
