using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Profile;

[Authorize(IdentityPermissions.OwnAccount)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    GetMeHandler reading, GetOwnSecondFactorHandler factors, ListOwnSessionsHandler sessions,
    ChangeOwnProfileHandler changing, ChangePasswordHandler passwords, DisableSecondFactorHandler disabling, EndOwnSessionHandler ending,
    IPhoneNumbers phones) : PageModel
{
    // Where this company works; somebody elsewhere keeps what they have.
    private static readonly string[] Offered =
    [
        "America/Detroit", "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
    ];

    public Me Me { get; private set; } = null!;

    public OwnSecondFactor SecondFactor { get; private set; } = null!;

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    [BindProperty]
    public OwnForm Own { get; set; } = new();

    [BindProperty]
    public PasswordForm Passwords { get; set; } = new();

    [BindProperty]
    public OffForm Off { get; set; } = new();

    public IEnumerable<SelectListItem> Zones =>
        (Me.Timezone is null || Offered.Contains(Me.Timezone) ? Offered : [.. Offered, Me.Timezone]).Select(z => new SelectListItem(z.Replace('_', ' '), z, z == Own.Timezone));

    private OwnForm Mine => new() { Name = Me.Name, Phone = Me.Phone is { } phone ? phones.Display(phone) : null, Timezone = Me.Timezone };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Challenge();
        Own = Mine;
        return Page();
    }

    public async Task<IActionResult> OnPostOwnAsync(CancellationToken ct)
    {
        var fields = new ProfilePatch { Name = new Optional<string?>(Own.Name), Phone = new Optional<string?>(Own.Phone), Timezone = new Optional<string?>(Own.Timezone) };
        var saved = await changing.HandleAsync(new ChangeOwnProfile(fields), ct);
        return await SaidAsync(saved.IsSuccess ? null : saved.Error, nameof(Own), "Your profile is saved", ct);
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        var changed = await passwords.HandleAsync(new ChangePassword(Passwords.CurrentPassword, Passwords.NewPassword), ct);
        return await SaidAsync(changed.IsSuccess ? null : changed.Error, nameof(Passwords), "Your password is changed, and your other devices are signed out", ct);
    }

    public async Task<IActionResult> OnPostSecondFactorOffAsync(CancellationToken ct)
    {
        var off = await disabling.HandleAsync(new DisableSecondFactor(Off.CurrentPassword), ct);
        return await SaidAsync(off.IsSuccess ? null : off.Error, nameof(Off), "The second factor is off", ct);
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid sessionId, CancellationToken ct)
    {
        var ended = await ending.HandleAsync(new EndOwnSession(sessionId), ct);
        if (ended.IsSuccess) this.Toast("That device is signed out");
        else this.Toast("That device was signed out already", kind: "info");
        return RedirectToPage();
    }

    private async Task<IActionResult> SaidAsync(Error? refusal, string form, string text, CancellationToken ct)
    {
        if (refusal is null)
        {
            this.Toast(text);
            return RedirectToPage();
        }

        if (!await LoadAsync(ct)) return Challenge();
        if (form != nameof(Own)) Own = Mine;
        ModelState.Clear();
        if (refusal.Fields.Count == 0) this.Toast("That was not saved", kind: "danger", detail: refusal.Detail);
        else ModelState.AddError(refusal, form);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var me = await reading.HandleAsync(new GetMe(), ct);
        var factor = await factors.HandleAsync(new GetOwnSecondFactor(), ct);
        var open = await sessions.HandleAsync(new ListOwnSessions(), ct);
        if (me.IsFailure || factor.IsFailure || open.IsFailure) return false;
        (Me, SecondFactor, Sessions) = (me.Value, factor.Value, open.Value.Items);
        return true;
    }

    public sealed class OwnForm
    {
        public string? Name { get; set; }

        public string? Phone { get; set; }

        public string? Timezone { get; set; }
    }

    public sealed class PasswordForm
    {
        public string? CurrentPassword { get; set; }

        public string? NewPassword { get; set; }
    }

    public sealed class OffForm
    {
        public string? CurrentPassword { get; set; }
    }
}
