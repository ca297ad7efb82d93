using IswitchRoofs.Host.Web;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Shared.Application.Patching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Teams;

[Authorize(IdentityPermissions.WriteTeams)]
public sealed class EditModel(GetTeamHandler read, ChangeTeamHandler teams, Colleagues people) : PageModel
{
    [BindProperty]
    public TeamForm Input { get; set; } = new();

    /// <summary>What the person saw when the form was opened: somebody else's change in between is not overwritten.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var typed = (Input, Version);
        if (!await LoadAsync(id, ct)) return NotFound();
        (Input, Version) = typed;
        var patch = new TeamPatch
        {
            Name = new Optional<string?>(Input.Name),
            ManagerId = new Optional<Guid?>(Input.ManagerId),
            Territories = new Optional<IReadOnlyList<string?>?>(Input.Zips),
            Skills = new Optional<IReadOnlyList<string?>?>(Input.Skills),
        };
        var saved = await teams.HandleAsync(new ChangeTeam(id, patch, Version), ct);
        if (saved.IsFailure)
        {
            Input.Explain(saved.Error, ModelState);
            return Page();
        }

        this.Toast("Team saved");
        return RedirectToPage("/Teams/Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        await people.LoadAsync(ct);
        var team = await read.HandleAsync(new GetTeam(id), ct);
        if (team.IsFailure) return false;
        (Input, Version, Name) = (TeamForm.Of(team.Value), team.Value.Version, team.Value.Name);
        return true;
    }
}
