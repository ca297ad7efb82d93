using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application.WebForms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Settings.WebForms;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class EditModel(GetWebFormHandler read, SaveWebFormHandler saving, RenewWebFormKeyHandler renewing) : PageModel
{
    [BindProperty]
    public WebFormForm Input { get; set; } = new();

    [BindProperty]
    public uint? Version { get; set; }

    /// <summary>As it is stored; null for a new one.</summary>
    public WebFormDetails? Saved { get; private set; }

    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/forms/{Saved!.Key}";

    public string Snippet => $"<iframe src=\"{Address}\" title=\"{Saved!.Title.Replace("\"", "&quot;", StringComparison.Ordinal)}\" width=\"100%\" height=\"900\" loading=\"lazy\"></iframe>";

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (Saved is not null) (Input, Version) = (WebFormForm.Of(Saved), Saved.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var saved = await saving.HandleAsync(
            new SaveWebForm(
                id, Input.Name, Input.IsActive, Input.Source, Input.Title, Input.ConsentText, Input.Fields, Input.ThankYouText, Input.RedirectUrl,
                Input.Origins?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Version), ct);
        if (saved.IsFailure)
        {
            ModelState.AddError(saved.Error, nameof(Input));
            return Page();
        }

        this.Toast("Web form saved");
        return RedirectToPage(new { id = saved.Value.Id });
    }

    public async Task<IActionResult> OnPostRenewAsync(Guid id, CancellationToken ct)
    {
        if ((await renewing.HandleAsync(new RenewWebFormKey(id), ct)).IsFailure) return NotFound();
        this.Toast("The form has a new address");
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken ct)
    {
        if (id is not { } known) return true;
        var form = await read.HandleAsync(new GetWebForm(known), ct);
        if (form.IsSuccess) Saved = form.Value;
        return form.IsSuccess;
    }

    /// <summary>As somebody types it.</summary>
    public sealed class WebFormForm
    {
        public string? Name { get; set; }
        public bool IsActive { get; set; } = true;
        public string? Source { get; set; } = "website_form";
        public string? Title { get; set; } = "How can we help with your roof?";
        public string? ConsentText { get; set; }
        public string[] Fields { get; set; } = ["phone", "email", "address", "project_type", "message"];
        public string? ThankYouText { get; set; } = "We have your request and will call you soon.";
        public string? RedirectUrl { get; set; }

        /// <summary>One a line.</summary>
        public string? Origins { get; set; }

        internal static WebFormForm Of(WebFormDetails form) => new()
        {
            Name = form.Name, IsActive = form.IsActive, Source = form.Source, Title = form.Title, ConsentText = form.ConsentText, Fields = [.. form.Fields],
            ThankYouText = form.ThankYouText, RedirectUrl = form.RedirectUrl, Origins = string.Join('\n', form.Origins),
        };
    }
}
