using IswitchRoofs.Host.Web;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Imports;

[Authorize(LeadsPermissions.Import)]
public sealed class IndexModel(ListImportsHandler imports) : PageModel
{
    private const int RowsShown = 25;

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<ImportListRow> List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await imports.HandleAsync(new ListImports(null, new PageRequest(P, RowsShown)), ct);
        if (found.IsFailure) return BadRequest();
        List = found.Value;
        return Page();
    }
}
