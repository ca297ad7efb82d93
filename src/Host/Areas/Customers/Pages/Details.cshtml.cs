using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Customers.Pages;

[Authorize(CustomersPermissions.Read + "|" + CustomersPermissions.ReadAssigned)]
public sealed class DetailsModel(
    GetCustomerHandler get, GetCustomerHealthHandler judge, DeleteCustomerHandler delete, RestoreCustomerHandler restore, InteractionPanels panels, Colleagues colleagues, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CustomerDetails Customer { get; private set; } = null!;

    /// <summary>Null for who may not read them.</summary>
    public InteractionPanel? Interactions { get; private set; }

    public CustomerHealth Health { get; private set; } = null!;

    public bool MayWrite => user.Has(CustomersPermissions.Write);

    public bool MayDelete => user.Has(CustomersPermissions.Delete);

    public string? NameOf(Guid? id) => colleagues.NameOf(id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var customer = await get.HandleAsync(new GetCustomer(Id), ct);
        var health = await judge.HandleAsync(new GetCustomerHealth(Id), ct);
        if (customer.IsFailure || health.IsFailure) return NotFound();
        (Customer, Health) = (customer.Value, health.Value);
        await colleagues.LoadAsync(ct);
        Interactions = await panels.OfCustomerAsync(Id, Customer.Name, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        var deleted = await delete.HandleAsync(new DeleteCustomer(Id), ct);
        if (deleted.IsFailure)
        {
            this.Toast(deleted.Error.Detail, "danger");
            return RedirectToPage(new { id = Id });
        }

        this.Toast("Customer deleted", undoUrl: Url.Page("Details", "Restore", new { id = Id }));
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken ct)
    {
        var restored = await restore.HandleAsync(new RestoreCustomer(Id), ct);
        if (restored.IsFailure) this.Toast(restored.Error.Detail, "danger");
        else this.Toast("Customer restored");
        return RedirectToPage(restored.IsSuccess ? "Details" : "Index", new { id = Id });
    }
}
