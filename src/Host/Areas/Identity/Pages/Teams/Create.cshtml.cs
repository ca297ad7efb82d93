using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Teams;

[Authorize(IdentityPermissions.WriteTeams)]
public sealed class CreateModel(CreateTeamHandler teams, Colleagues people, ICurrentUser user) : PageModel
{
    [BindProperty]
    public TeamForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        await people.LoadAsync(ct);
        if (user.Role == "manager") Input.ManagerId = user.Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await people.LoadAsync(ct);
        return await this.OnceAsync("identity", () => CreateAsync(ct), ct);
    }

    private async Task<string?> CreateAsync(CancellationToken ct)
    {
        var created = await teams.HandleAsync(new CreateTeam(Input.Name, Input.ManagerId, MemberIds: null, Input.Zips, Input.Skills), ct);
        if (created.IsFailure)
        {
            Input.Explain(created.Error, ModelState);
            return null;
        }

        this.Toast("Team created", detail: "Now take its people in.");
        return Url.Page("/Teams/Details", new { id = created.Value.Id });
    }
}
