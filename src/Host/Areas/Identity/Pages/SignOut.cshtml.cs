using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

[Authorize(IdentityPermissions.OwnAccount)]
public sealed class SignOutModel(EndOwnSessionHandler handler) : PageModel
{
    public void OnGet()
    {
        // Only asks: following a link must not sign anybody out.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await handler.HandleAsync(new EndOwnSession(null), ct);
        await HttpContext.SignOutAsync(IdentityModule.CookieScheme);
        return RedirectToPage("/SignIn");
    }
}
