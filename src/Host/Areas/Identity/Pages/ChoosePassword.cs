using System.ComponentModel.DataAnnotations;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

/// <summary>Where a mailed link leads: a password is chosen, once.</summary>
/// <param name="purpose">Which kind of link belongs here.</param>
public abstract class ChoosePassword(string purpose, GetAccountLinkHandler links, ResetPasswordHandler resetting, SignInThrottle throttle) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ChoosePasswordInput Input { get; set; } = new();

    /// <summary>Null: the link is used, expired or no link at all; the page says so and no more.</summary>
    public AccountLinkOwner? Owner { get; private set; }

    protected abstract string Done { get; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Owner is null || !ModelState.IsValid) return Page();
        if (throttle.DelayOfSecret(HttpContext.Connection.RemoteIpAddress?.ToString(), Token) is not null)
        {
            ModelState.AddModelError("", "That were too many tries. Wait a minute and try again.");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var chosen = await resetting.HandleAsync(new ResetPassword(Token, Input.NewPassword), ct);
        if (chosen.IsSuccess)
        {
            this.Toast(Done);
            return RedirectToPage("/SignIn");
        }

        if (chosen.Error.Code == "auth.invalid_link") Owner = null;
        else ModelState.AddError(chosen.Error, nameof(Input));
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var link = await links.HandleAsync(new GetAccountLink(Token), ct);
        Owner = link.IsSuccess && link.Value.Purpose == purpose ? link.Value : null;
    }

    public sealed class ChoosePasswordInput
    {
        [Required(ErrorMessage = "Choose a password."), StringLength(1000)]
        public string NewPassword { get; set; } = "";

        [Required(ErrorMessage = "Type the password again."), Compare(nameof(NewPassword), ErrorMessage = "The two passwords differ.")]
        public string Again { get; set; } = "";
    }
}
