using System.ComponentModel.DataAnnotations;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ForgotPasswordModel(RequestPasswordResetHandler handler, SignInThrottle throttle, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ForgotPasswordInput Input { get; set; } = new();

    public bool Done { get; private set; }

    public void OnGet()
    {
        // Only asks for the address.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        if (throttle.Delay(HttpContext.Connection.RemoteIpAddress?.ToString(), $"forgotten {Input.Email}") is not null)
        {
            ModelState.AddModelError("", "That were too many tries. Wait a minute and try again.");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var asked = await EvenTime.TakeAsync(() => handler.HandleAsync(new RequestPasswordReset(Input.Email), ct), clock, ct);
        if (asked.IsFailure) ModelState.AddError(asked.Error, nameof(Input));
        else Done = true;
        return Page();
    }

    public sealed class ForgotPasswordInput
    {
        [Required(ErrorMessage = "Enter your e-mail address."), StringLength(255)]
        public string Email { get; set; } = "";
    }
}
