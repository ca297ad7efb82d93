using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Partners;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Partners;

[Authorize(LeadsPermissions.WritePartners)]
public sealed class EditModel(GetPartnerHandler read, UpdatePartnerHandler partners) : PageModel
{
    [BindProperty]
    public PartnerForm Input { get; set; } = new();

    /// <summary>What the person saw when the form was opened.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var partner = await read.HandleAsync(new GetPartner(id), ct);
        if (partner.IsFailure) return NotFound();
        Input = PartnerForm.Of(partner.Value.Value);
        (Version, Name) = (partner.Value.Version, partner.Value.Value.CompanyName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var partner = await read.HandleAsync(new GetPartner(id), ct);
        if (partner.IsFailure) return NotFound();
        Name = partner.Value.Value.CompanyName;
        var command = Input.ToUpdate(ModelState, nameof(Input));
        if (!ModelState.IsValid) return Page();
        var saved = await partners.HandleAsync(id, command, Version, ct);
        if (saved.IsFailure)
        {
            ModelState.AddError(saved.Error, nameof(Input));
            return Page();
        }

        this.Toast("Partner saved");
        return RedirectToPage("Details", new { id });
    }
}
