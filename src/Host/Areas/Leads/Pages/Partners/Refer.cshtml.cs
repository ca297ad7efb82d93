using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Leads.Application.Referrals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Partners;

[Authorize(LeadsPermissions.CreatePartners)]
public sealed class ReferModel(GetPartnerHandler read, CreateReferralHandler referrals) : PageModel
{
    [BindProperty]
    public LeadForm Input { get; set; } = new() { State = "MI" };

    [BindProperty]
    public string? ReferralNotes { get; set; }

    [BindProperty]
    public bool AllowDuplicate { get; set; }

    public PartnerDetails Partner { get; private set; } = null!;

    /// <summary>Who it may already be; shown with the choice to save anyway.</summary>
    public IReadOnlyList<LeadDuplicate> Matches { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? await this.OnceAsync("leads", () => SaveAsync(id, ct), ct) : NotFound();

    private async Task<string?> SaveAsync(Guid id, CancellationToken ct)
    {
        var command = Input.Onto(new CreateReferral { PartnerId = id, ReferralNotes = ReferralNotes, AllowDuplicate = AllowDuplicate }, ModelState, nameof(Input));
        if (!ModelState.IsValid) return null;
        var made = await referrals.HandleAsync(command, ct);
        if (made.IsFailure)
        {
            Matches = LeadMatches.In(made.Error);
            if (Matches.Count == 0) ModelState.AddError(made.Error, nameof(Input));
            return null;
        }

        this.Toast($"{made.Value.Value.LeadName} is a lead now", detail: $"Sent by {Partner.CompanyName}");
        return Url.Page("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var partner = await read.HandleAsync(new GetPartner(id), ct);
        if (partner.IsSuccess) Partner = partner.Value.Value;
        return partner.IsSuccess;
    }
}
