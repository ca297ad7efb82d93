using System.Text;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Profile;

[Authorize(IdentityPermissions.OwnAccount)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorModel(
    SetUpSecondFactorHandler beginning, ConfirmSecondFactorHandler confirming, ContinueAfterSetupHandler continuing) : PageModel
{
    [BindProperty]
    public SecondFactorForm Input { get; set; } = new();

    public string Picture { get; private set; } = "";

    public string Spaced { get; private set; } = "";

    /// <summary>Set once, right after the second factor was switched on.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    /// <summary>The role needs a second factor, and nothing else opens before.</summary>
    public bool IsRestricted { get; private set; }

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context) =>
        IsRestricted = User.HasClaim(c => c.Type == SignedIn.RestrictedClaim);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : LocalRedirect("/Profile");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var confirmed = await confirming.HandleAsync(new ConfirmSecondFactor(Input.Code), ct);
        if (confirmed.IsFailure)
        {
            ModelState.AddError(confirmed.Error, nameof(Input));
            return await ShowAsync(ct) ? Page() : LocalRedirect("/Profile");
        }

        RecoveryCodes = confirmed.Value.RecoveryCodes;
        if (IsRestricted && await continuing.HandleAsync(new ContinueAfterSetup(), ct) is { IsSuccess: true } opened)
            await HttpContext.SignInAsync(IdentityModule.CookieScheme, opened.Value.ToPrincipal(IdentityModule.CookieScheme));
        return Page();
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        var begun = await beginning.HandleAsync(new SetUpSecondFactor(), ct);
        if (begun.IsFailure) return false;
        Spaced = string.Join(' ', begun.Value.Secret.Chunk(4).Select(c => new string(c)));
        Picture = $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(begun.Value.QrSvg))}";
        return true;
    }

    public sealed class SecondFactorForm
    {
        public string? Code { get; set; }
    }
}
