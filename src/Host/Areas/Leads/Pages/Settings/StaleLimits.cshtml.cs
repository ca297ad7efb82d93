using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application.Stale;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Settings;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class StaleLimitsModel(GetStaleRulesHandler reading, ChangeStaleRulesHandler changing) : PageModel
{
    [BindProperty]
    public StaleRulesFields Input { get; set; } = new();

    [BindProperty]
    public uint Version { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rules = (await reading.HandleAsync(new GetStaleRules(), ct)).Value;
        Version = rules.Version;
        Input = new StaleRulesFields
        {
            New = rules.New, Contacted = rules.Contacted, Qualified = rules.Qualified, AppointmentScheduled = rules.AppointmentScheduled,
            InspectionCompleted = rules.InspectionCompleted, QuoteSent = rules.QuoteSent, Negotiation = rules.Negotiation,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var saved = await changing.HandleAsync(new ChangeStaleRules(Input, Version), ct);
        if (saved.IsFailure)
        {
            ModelState.AddError(saved.Error, nameof(Input));
            return Page();
        }

        this.Toast("Stale limits saved");
        return RedirectToPage();
    }
}
