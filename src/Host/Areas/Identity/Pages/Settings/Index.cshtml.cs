using IswitchRoofs.Identity.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize($"{IdentityPermissions.ReadUsers}|{IdentityPermissions.ManageSettings}|{IdentityPermissions.ReadAudit}|{IdentityPermissions.ManageSystem}")]
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
        // The page lists what the user may open.
    }
}
