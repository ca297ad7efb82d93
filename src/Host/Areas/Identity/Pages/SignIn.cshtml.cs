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

    /// <summary>Set between the two steps: the right password was shown.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    [BindProperty]
    public string? Otp { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Proof = null;
        if (!ModelState.IsValid) return Page();
        if (IsTooOften(throttle.Delay(Address, Input.Email))) return Page();
        return await StepAsync(new SignIn(Input.Email, Input.Password, Device: null, Browser: true), ct);
    }

    public async Task<IActionResult> OnPostSecondFactorAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (string.IsNullOrEmpty(Proof)) return RedirectToPage();
        if (IsTooOften(throttle.DelayOfSecret(Address, Proof))) return Page();
        if (string.IsNullOrWhiteSpace(Otp))
        {
            ModelState.AddModelError(nameof(Otp), "Enter the code.");
            return Page();
        }

        return await StepAsync(new SignIn(Email: null, Password: null, Device: null, Browser: true, Otp, Proof), ct);
    }

    private async Task<IActionResult> StepAsync(SignIn request, CancellationToken ct)
    {
        var step = await handler.HandleAsync(request, ct);
        if (step.IsFailure)
        {
            Otp = null;
            if (Proof is null) ModelState.AddError(step.Error, nameof(Input));
            else ModelState.AddModelError("", "The code is wrong, was used already, or the account cannot sign in at the moment.");
            return Page();
        }

        if (step.Value.SignedIn is not { } signedIn)
        {
            ModelState.Clear();
            Proof = step.Value.Proof;
            return Page();
        }

        await HttpContext.SignInAsync(IdentityModule.CookieScheme, signedIn.ToPrincipal(IdentityModule.CookieScheme));
        return LocalRedirect(Target);
    }

    private string? Address => HttpContext.Connection.RemoteIpAddress?.ToString();

    private bool IsTooOften(TimeSpan? delay)
    {
        if (delay is null) return false;
        ModelState.AddModelError("", "That were too many tries. Wait a minute and try again.");
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return true;
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
