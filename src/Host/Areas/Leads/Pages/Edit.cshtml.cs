using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Leads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Write)]
public sealed class EditModel(GetLeadHandler read, UpdateLeadHandler leads) : PageModel
{
    [BindProperty]
    public LeadForm Input { get; set; } = new();

    /// <summary>What the person saw when the form was opened: somebody else's change in between is not overwritten.</summary>
    [BindProperty]
    public uint Version { get; set; }

    /// <summary>The list that the lead was opened from.</summary>
    [BindProperty(SupportsGet = true, Name = LeadListState.Key)]
    public string? In { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var lead = await read.HandleAsync(new GetLead(id), ct);
        if (lead.IsFailure) return NotFound();
        Input = LeadForm.Of(lead.Value.Value);
        Version = lead.Value.Version;
        Name = NameOf(lead.Value.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var lead = await read.HandleAsync(new GetLead(id), ct);
        if (lead.IsFailure) return NotFound();
        Name = NameOf(lead.Value.Value);

        var command = Input.Onto(new ReplaceLead(), ModelState, nameof(Input));
        if (!ModelState.IsValid) return Page();
        var saved = await leads.ReplaceAsync(id, command, Version, ct);
        if (saved.IsFailure)
        {
            ModelState.AddError(saved.Error, nameof(Input));
            return Page();
        }

        var (before, after) = (lead.Value.Value.Score, saved.Value.Value.Score);
        this.Toast("Lead saved", detail: before == after ? null : string.Create(CultureInfo.InvariantCulture, $"The score went from {before} to {after}."));
        return RedirectToPage("Details", new { id, @in = LeadListState.Read(In)?.ToString() });
    }

    private static string NameOf(LeadDetails lead) => $"{lead.FirstName} {lead.LastName}";
}
