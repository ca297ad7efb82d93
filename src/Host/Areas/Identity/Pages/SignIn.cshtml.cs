using System.ComponentModel.DataAnnotations;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInModel(SignInHandler handler, SignInThrottle throttle) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where the person wanted to go; only an address of this site counts.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        if (throttle.Delay(HttpContext.Connection.RemoteIpAddress?.ToString(), Input.Email) is not null)
        {
            ModelState.AddModelError("", "That were too many tries. Wait a minute and try again.");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var signedIn = await handler.HandleAsync(new SignIn(Input.Email, Input.Password, Device: null, Browser: true), ct);
        if (signedIn.IsFailure)
        {
            ModelState.AddError(signedIn.Error, nameof(Input));
            return Page();
        }

        await HttpContext.SignInAsync(IdentityModule.CookieScheme, signedIn.Value.ToPrincipal(IdentityModule.CookieScheme));
        return LocalRedirect(Target);
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) && !ReturnUrl.StartsWith("/sign-", StringComparison.Ordinal) ? ReturnUrl : "/";

    public sealed class SignInInput
    {
        [Required(ErrorMessage = "Enter your e-mail address."), StringLength(255)]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Enter your password."), StringLength(1000)]
        public string Password { get; set; } = "";
    }
}
