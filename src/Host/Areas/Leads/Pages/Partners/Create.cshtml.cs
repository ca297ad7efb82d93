using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Partners;

[Authorize(LeadsPermissions.CreatePartners)]
public sealed class CreateModel(CreatePartnerHandler partners, ICurrentUser user) : PageModel
{
    [BindProperty]
    public PartnerForm Input { get; set; } = new() { Status = "pending" };

    public bool MayActivate => user.Has(LeadsPermissions.WritePartners);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.OnceAsync("leads", () => SaveAsync(ct), ct);

    private async Task<string?> SaveAsync(CancellationToken ct)
    {
        var command = Input.ToCreate(ModelState, nameof(Input));
        if (!ModelState.IsValid) return null;
        var created = await partners.HandleAsync(command, ct);
        if (created.IsFailure)
        {
            ModelState.AddError(created.Error, nameof(Input));
            return null;
        }

        this.Toast($"{created.Value.Value.CompanyName} is a partner now");
        return Url.Page("Details", new { id = created.Value.Value.Id });
    }
}
