using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Imports;

[Authorize(LeadsPermissions.Import), RequestSizeLimit(ImportUpload.LargestBody)]
public sealed class CreateModel(ReceiveImportHandler receiving) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is not { Length: > 0 and <= ImportUpload.LargestFile } file)
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Choose a file." : Upload.Length == 0 ? "The file is empty." : "The file is larger than 20 MB.");
            return Page();
        }

        await using var content = file.OpenReadStream();
        var received = await receiving.HandleAsync(new ReceiveImport(file.FileName, content), ct);
        if (received.IsSuccess) return RedirectToPage("Details", new { id = received.Value.Value.Id });
        ModelState.AddModelError(nameof(Upload), $"The file {received.Error.Detail}");
        return Page();
    }
}
