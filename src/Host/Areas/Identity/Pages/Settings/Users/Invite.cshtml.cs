using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Users;

[Authorize(IdentityPermissions.ManageUsers)]
public sealed class InviteModel(InviteUserHandler inviting, SearchTeamsHandler teams) : PageModel
{
    [BindProperty]
    public InviteForm Input { get; set; } = new();

    public IReadOnlyList<TeamDetails> Teams { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles => Choices.Of(UserChoices.Roles, Input.Role);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await this.OnceAsync("identity", () => InviteAsync(ct), ct);
    }

    private async Task<string?> InviteAsync(CancellationToken ct)
    {
        var invited = await inviting.HandleAsync(new InviteUser(Input.Email, Input.Name, Input.Role, Input.Phone, Input.TeamIds), ct);
        if (invited.IsFailure)
        {
            ModelState.AddError(invited.Error, nameof(Input));
            return null;
        }

        this.Toast($"{invited.Value.Name} is invited", detail: $"The mail goes to {invited.Value.Email}.");
        return Url.Page("Details", new { id = invited.Value.Id });
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var all = await teams.HandleAsync(new SearchTeams(new PageRequest(PerPage: PageRequest.LargestPerPage)), ct);
        if (all.IsSuccess) Teams = all.Value.Items;
    }

    public sealed class InviteForm
    {
        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? Role { get; set; }

        public string? Phone { get; set; }

        public List<Guid> TeamIds { get; set; } = [];
    }
}
