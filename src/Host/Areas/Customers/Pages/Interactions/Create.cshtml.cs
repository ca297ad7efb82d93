using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Host.Areas.Customers.Api;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Customers.Pages.Interactions;

/// <summary>Logs anything with anybody: first with whom, then what.</summary>
[Authorize(InteractionEndpoints.Loggers)]
public sealed class CreateModel(LogInteractionHandler log, Contacts contacts, ICompanyClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "lead_id")]
    public Guid? LeadId { get; set; }

    [BindProperty(SupportsGet = true, Name = "customer_id")]
    public Guid? CustomerId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty]
    public InteractionForm Input { get; set; } = new();

    public IReadOnlyList<Contact> Matches { get; private set; } = [];

    /// <summary>Null while nobody is chosen.</summary>
    public string? Name { get; private set; }

    public string Back => LeadId is { } id ? $"/Leads/Details/{id}" : CustomerId is { } other ? $"/Customers/Details/{other}" : "/Interactions";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (Name is null && !string.IsNullOrWhiteSpace(Q)) Matches = await contacts.FindAsync(Q, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Name is null) return NotFound();
        if (!ModelState.IsValid) return Page();
        return await this.OnceAsync("customers", async () =>
        {
            var logged = await log.HandleAsync(Input.ToCommand(LeadId, LeadId is null ? CustomerId : null, clock), ct);
            if (logged.IsSuccess)
            {
                this.Toast("Interaction logged");
                return Back;
            }

            ModelState.AddError(logged.Error, nameof(Input));
            return null;
        }, ct);
    }

    // False when somebody is named who is not to be seen.
    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Name = LeadId is { } lead ? await contacts.LeadNameAsync(lead, ct) : CustomerId is { } customer ? await contacts.CustomerNameAsync(customer, ct) : null;
        return Name is not null || (LeadId is null && CustomerId is null);
    }
}
