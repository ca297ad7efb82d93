using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application.WebForms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Settings.WebForms;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class IndexModel(GetWebFormsHandler forms) : PageModel
{
    public IReadOnlyList<WebFormDetails> Forms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Forms = (await forms.HandleAsync(new GetWebForms(), ct)).Value;
}
