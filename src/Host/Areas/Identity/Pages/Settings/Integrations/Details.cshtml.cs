using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Integrations;

[Authorize(IdentityPermissions.ManageIntegrations)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DetailsModel(
    GetIntegrationHandler read, ChangeIntegrationHandler changes, RotateIntegrationSecretHandler rotations, DeleteIntegrationHandler deletions,
    IPermissionCatalog permissions, ICompanyClock clock) : PageModel
{
    [BindProperty]
    public IntegrationForm Input { get; set; } = new();

    /// <summary>What the person saw when the form was opened.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public IntegrationDetails Integration { get; private set; } = null!;

    public IssuedIntegration? Issued { get; private set; }

    public bool IsApp => Integration.Kind == "authorization_code";

    public IReadOnlyList<string> AllScopes => GrantableScopes.Offered(permissions, IsApp);

    public DateTimeOffset Now => clock.Now;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Input = IntegrationForm.Of(Integration, clock);
        Version = Integration.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var saved = await changes.HandleAsync(new ChangeIntegration(id, Input.ToPatch(Integration, clock), Version), ct);
        if (saved.IsFailure)
        {
            ModelState.AddError(IntegrationForm.ByField(saved.Error), nameof(Input));
            return Page();
        }

        this.Toast("Integration saved");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostSwitchAsync(Guid id, bool on, CancellationToken ct)
    {
        var saved = await changes.HandleAsync(new ChangeIntegration(id, new IntegrationPatch { IsActive = on }), ct);
        if (saved.IsFailure) return NotFound();
        this.Toast(on ? "Integration enabled" : "Integration disabled", detail: on ? null : "Its tokens end within seconds.", undoUrl: Url.Page("Details", "Switch", new { id, on = !on }));
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostRotateAsync(Guid id, CancellationToken ct)
    {
        var rotated = await rotations.HandleAsync(new RotateIntegrationSecret(id), ct);
        if (rotated.IsFailure || !await LoadAsync(id, ct)) return NotFound();
        Issued = rotated.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        await deletions.HandleAsync(new DeleteIntegration(id), ct);
        this.Toast($"{Integration.Name} is deleted", detail: "The audit log keeps what it did.");
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await read.HandleAsync(new GetIntegration(id), ct);
        if (found.IsSuccess) Integration = found.Value;
        return found.IsSuccess;
    }
}
