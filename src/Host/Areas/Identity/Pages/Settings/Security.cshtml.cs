using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class SecurityModel(GetSignInPolicyHandler reading, ChangeSignInPolicyHandler changing) : PageModel
{
    [BindProperty]
    public List<string> Required { get; set; } = [];

    public SignInPolicyDetails Policy { get; private set; } = null!;

    public IReadOnlyList<string> Roles => UserChoices.Roles;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Required = [.. Policy.SecondFactorRoles];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var changed = await changing.HandleAsync(new ChangeSignInPolicy(Required), ct);
        if (changed.IsSuccess)
        {
            this.Toast("Security settings saved");
            return RedirectToPage();
        }

        ModelState.AddError(changed.Error, "");
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct) => Policy = (await reading.HandleAsync(new GetSignInPolicy(), ct)).Value;
}
