using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Integrations;

/// <summary>Sent twice, the second finds the name taken: the answer with the secret is not kept to be given again.</summary>
[Authorize(IdentityPermissions.ManageIntegrations)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CreateModel(CreateIntegrationHandler integrations, IPermissionCatalog permissions, ICompanyClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string Kind { get; set; } = "client_credentials";

    [BindProperty]
    public IntegrationForm Input { get; set; } = new();

    public IssuedIntegration? Issued { get; private set; }

    public bool IsApp => Kind == "authorization_code";

    public IReadOnlyList<string> AllScopes => GrantableScopes.Offered(permissions, IsApp);

    public void OnGet()
    {
        // An empty form.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var created = await integrations.HandleAsync(Input.ToCommand(Kind, clock), ct);
        if (created.IsFailure)
        {
            ModelState.AddError(IntegrationForm.ByField(created.Error), nameof(Input));
            return Page();
        }

        if (created.Value.ClientSecret is null)
        {
            this.Toast("App created");
            return RedirectToPage("Details", new { id = created.Value.Integration.Id });
        }

        Issued = created.Value;
        return Page();
    }
}
