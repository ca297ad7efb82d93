using IswitchRoofs.Host.Web;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Teams;

[Authorize($"{IdentityPermissions.ReadTeams}|{IdentityPermissions.ReadOwnTeams}")]
public sealed class DetailsModel(
    GetTeamHandler read, GetTeamWorkloadHandler workloads, AddTeamMemberHandler admissions, RemoveTeamMemberHandler dismissals, DeleteTeamHandler deletions,
    RestoreTeamHandler restorations, Colleagues people, ICurrentUser user) : PageModel
{
    public TeamDetails Team { get; private set; } = null!;

    public TeamWorkload Workload { get; private set; } = null!;

    public bool MayChange =>
        user.Has(IdentityPermissions.ManageTeams) || (user.Has(IdentityPermissions.WriteTeams) && Team.ManagerId is { } manager && manager == user.Id);

    public IEnumerable<SelectListItem> Candidates =>
        people.Choices().Where(c => !Team.MemberIds.Contains(Guid.Parse(c.Value)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var team = await read.HandleAsync(new GetTeam(id), ct);
        var workload = await workloads.HandleAsync(new GetTeamWorkload(id), ct);
        if (team.IsFailure || workload.IsFailure) return NotFound();
        (Team, Workload) = (team.Value, workload.Value);
        await people.LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAdmitAsync(Guid id, [FromForm(Name = "user")] Guid member, CancellationToken ct)
    {
        var admitted = await admissions.HandleAsync(new AddTeamMember(id, member), ct);
        await people.LoadAsync(ct);
        return Answer(id, admitted.IsFailure ? admitted.Error : null, $"{people.NameOf(member)} is in the team", Url.Page("/Teams/Details", "Dismiss", new { id, user = member }));
    }

    public async Task<IActionResult> OnPostDismissAsync(Guid id, [FromQuery(Name = "user")] Guid member, CancellationToken ct)
    {
        var dismissed = await dismissals.HandleAsync(new RemoveTeamMember(id, member), ct);
        await people.LoadAsync(ct);
        return Answer(id, dismissed.IsFailure ? dismissed.Error : null, $"{people.NameOf(member)} is out of the team");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        var deleted = await deletions.HandleAsync(new DeleteTeam(id), ct);
        if (deleted.IsFailure) return Answer(id, deleted.Error, "");
        this.Toast("The team is in the trash", detail: "It can be restored for 30 days.", undoUrl: Url.Page("/Teams/Details", "Restore", new { id }));
        return RedirectToPage("/Teams/Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        var restored = await restorations.HandleAsync(new RestoreTeam(id), ct);
        return Answer(id, restored.IsFailure ? restored.Error : null, "Team restored");
    }

    private IActionResult Answer(Guid id, Error? error, string done, string? undoUrl = null)
    {
        if (error is { Kind: ErrorKind.NotFound }) return NotFound();
        if (error is { Kind: ErrorKind.Forbidden }) return StatusCode(StatusCodes.Status403Forbidden);
        if (error is not null) this.Toast("That was not saved", "danger", error.Detail);
        else this.Toast(done, undoUrl: undoUrl);
        return RedirectToPage("/Teams/Details", new { id });
    }
}
