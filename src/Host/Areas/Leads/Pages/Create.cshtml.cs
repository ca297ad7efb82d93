using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.Leads;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Write)]
public sealed class CreateModel(CreateLeadHandler leads, Colleagues people) : PageModel
{
    [BindProperty]
    public LeadForm Input { get; set; } = new() { Source = "phone_inquiry", Priority = "medium", State = "MI" };

    [BindProperty]
    public Guid? AssignedTo { get; set; }

    [BindProperty]
    public bool AllowDuplicate { get; set; }

    /// <summary>Who it may already be; shown with the choice to save anyway.</summary>
    public IReadOnlyList<LeadDuplicate> Matches { get; private set; } = [];

    public IEnumerable<SelectListItem> Assignees { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return await this.OnceAsync("leads", () => SaveAsync(ct), ct);
    }

    private async Task<string?> SaveAsync(CancellationToken ct)
    {
        var command = Input.Onto(new CreateLead { AssignedTo = AssignedTo, AllowDuplicate = AllowDuplicate }, ModelState, nameof(Input));
        if (!ModelState.IsValid) return null;
        var created = await leads.HandleAsync(command, ct);
        if (created.IsFailure)
        {
            Matches = LeadMatches.In(created.Error);
            if (Matches.Count == 0) ModelState.AddError(created.Error, nameof(Input));
            return null;
        }

        var lead = created.Value.Value;
        this.Toast($"{lead.FirstName} {lead.LastName} is a lead now", detail: $"Score {lead.Score}, {lead.Temperature}");
        return Url.Page("Details", new { id = lead.Id });
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await people.LoadAsync(ct);
        Assignees = people.TakingLeads().Select(p => new SelectListItem(p.Text, p.Value, p.Value == AssignedTo.ToString()));
    }
}
