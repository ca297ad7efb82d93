using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Customers;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Customers.Pages;

[Authorize(CustomersPermissions.Write)]
public sealed class CreateModel(CreateCustomerHandler create, Colleagues colleagues) : CustomerFormModel(colleagues)
{
    public Task OnGetAsync(CancellationToken ct) => LoadChoicesAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var created = await create.HandleAsync(Input.ToCommand(), ct);
            if (created.IsSuccess)
            {
                this.Toast("Customer created");
                return RedirectToPage("Details", new { id = created.Value.Id });
            }

            if (created.Error.Extensions.TryGetValue("matches", out var matches) && matches is IReadOnlyList<IReadOnlyDictionary<string, object?>> known) Matches = known;
            ModelState.AddError(created.Error, nameof(Input));
        }

        await LoadChoicesAsync(ct);
        return Page();
    }
}
