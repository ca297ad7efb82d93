using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Customers.Pages.Interactions;

[Authorize(CustomersPermissions.WriteInteractions)]
public sealed class EditModel(
    GetInteractionHandler get, ChangeInteractionHandler change, DeleteInteractionHandler delete, RestoreInteractionHandler restore,
    ICurrentUser user, ICompanyClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What the form was opened on, so that somebody else's change in between is not lost.</summary>
    [BindProperty]
    public uint? Version { get; set; }

    [BindProperty]
    public InteractionForm Input { get; set; } = new();

    public InteractionDetails Interaction { get; private set; } = null!;

    public bool MayDelete => user.Has(CustomersPermissions.DeleteInteractions);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await get.HandleAsync(new GetInteraction(Id), ct);
        if (found.IsFailure) return NotFound();
        (Interaction, Version) = (found.Value.Value, found.Value.Version);
        Input = InteractionForm.Of(Interaction, clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var found = await get.HandleAsync(new GetInteraction(Id), ct);
        if (found.IsFailure) return NotFound();
        Interaction = found.Value.Value;
        if (!ModelState.IsValid) return Page();
        var changed = await change.HandleAsync(new ChangeInteraction(Id, Input.ToPatch(Interaction, clock), Version), ct);
        if (changed.IsFailure)
        {
            ModelState.AddError(changed.Error, nameof(Input));
            return Page();
        }

        this.Toast("Interaction saved");
        return LocalRedirect(InteractionLook.With(Interaction).Url);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        var found = await get.HandleAsync(new GetInteraction(Id), ct);
        if (found.IsFailure) return NotFound();
        var deleted = await delete.HandleAsync(new DeleteInteraction(Id), ct);
        if (deleted.IsFailure) return StatusCode(StatusCodes.Status403Forbidden);
        this.Toast("Interaction deleted", undoUrl: Url.Page("Edit", "Restore", new { id = Id }));
        return LocalRedirect(InteractionLook.With(found.Value.Value).Url);
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken ct)
    {
        var restored = await restore.HandleAsync(new RestoreInteraction(Id), ct);
        if (restored.IsFailure) return NotFound();
        this.Toast("Interaction restored");
        return LocalRedirect(InteractionLook.With(restored.Value.Value).Url);
    }
}
