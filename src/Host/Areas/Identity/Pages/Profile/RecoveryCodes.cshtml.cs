using System.Text.RegularExpressions;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Profile;

[Authorize(IdentityPermissions.OwnAccount)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class RecoveryCodesModel(GetOwnSecondFactorHandler reading, RenewRecoveryCodesHandler renewing) : PageModel
{
    [BindProperty]
    public ProofForm Input { get; set; } = new();

    /// <summary>Set once, right after they were made.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await reading.HandleAsync(new GetOwnSecondFactor(), ct) is { IsSuccess: true, Value.IsOn: true } ? Page() : LocalRedirect("/Profile");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // No password is that short.
        var isCode = Input.Proof is { } proof && SixDigits().IsMatch(proof);
        var renewed = await renewing.HandleAsync(isCode ? new RenewRecoveryCodes(null, Input.Proof) : new RenewRecoveryCodes(Input.Proof), ct);
        if (renewed.IsSuccess)
        {
            Codes = renewed.Value.RecoveryCodes;
            return Page();
        }

        ModelState.Clear();
        if (renewed.Error.Fields.Count == 0) ModelState.AddModelError("", renewed.Error.Detail);
        else ModelState.AddModelError("Input.Proof", string.IsNullOrEmpty(Input.Proof) ? "A password or a code is required." : "That is neither your password nor a code that counts now.");
        return Page();
    }

    [GeneratedRegex(@"^\s*[0-9]{3}\s?[0-9]{3}\s*$")]
    private static partial Regex SixDigits();

    public sealed class ProofForm
    {
        public string? Proof { get; set; }
    }
}
