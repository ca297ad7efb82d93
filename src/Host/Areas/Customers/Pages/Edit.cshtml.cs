using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Customers.Pages;

[Authorize(CustomersPermissions.Write)]
public sealed class EditModel(GetCustomerHandler get, ChangeCustomerHandler change, Colleagues colleagues) : CustomerFormModel(colleagues)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var customer = await get.HandleAsync(new GetCustomer(Id), ct);
        if (customer.IsFailure) return NotFound();
        Input = CustomerForm.Of(customer.Value);
        await LoadChoicesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var changed = await change.HandleAsync(new ChangeCustomer(Id, Input.ToPatch(), Input.Version), ct);
            if (changed.IsSuccess)
            {
                this.Toast("Customer saved");
                return RedirectToPage("Details", new { id = Id });
            }

            if (changed.Error.Kind == ErrorKind.NotFound) return NotFound();
            ModelState.AddError(changed.Error, nameof(Input));
        }

        await LoadChoicesAsync(ct);
        return Page();
    }
}
