using IswitchRoofs.Host.Web;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Teams;

[Authorize($"{IdentityPermissions.ReadTeams}|{IdentityPermissions.ReadOwnTeams}")]
public sealed class IndexModel(SearchTeamsHandler teams, GetPeopleHandler people, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<TeamDetails> List { get; private set; } = new([], 1, PageRequest.DefaultPerPage, 0, 0, null);

    public People People { get; private set; } = new([]);

    public bool MayCreate => user.Has(IdentityPermissions.WriteTeams);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var list = await teams.HandleAsync(new SearchTeams(new PageRequest(P)), ct);
        if (list.IsFailure) return NotFound();
        List = list.Value;
        People = (await people.HandleAsync(new GetPeople(), ct)).Value;
        return Page();
    }
}
