using IswitchRoofs.Host.Web;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings.Integrations;

[Authorize(IdentityPermissions.ManageIntegrations)]
public sealed class IndexModel(SearchIntegrationsHandler integrations, ICompanyClock clock) : PageModel
{
    private const int RowsShown = 25;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<IntegrationDetails> List { get; private set; } = null!;

    public DateTimeOffset Now => clock.Now;

    public string ShownSort => Sort ?? "name";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await integrations.HandleAsync(new SearchIntegrations(new PageRequest(P, RowsShown, Sort: ShownSort), string.IsNullOrWhiteSpace(Q) ? null : Q), ct);
        if (found.IsFailure) return BadRequest();
        List = found.Value;
        return Page();
    }

    public DateOnly? LastDay(IntegrationDetails integration) => IntegrationForm.LastDay(integration, clock);
}
