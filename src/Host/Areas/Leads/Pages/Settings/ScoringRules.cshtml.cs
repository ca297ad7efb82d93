using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Scoring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Settings;

[Authorize(LeadsPermissions.ManageScoring)]
public sealed class ScoringRulesModel(
    GetScoringVersionsHandler versions, PreviewScoringRulesHandler previews, ChangeScoringRulesHandler changes, GetRescoringHandler rescorings) : PageModel
{
    /// <summary>What holds; saving is refused when it was replaced meanwhile.</summary>
    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public ScoringRulesFields Rules { get; private set; } = new();

    public IReadOnlyList<ScoringRuleSetDetails> Versions { get; private set; } = [];

    public ScoringPreview? Preview { get; private set; }

    public RescoringOverview Rescoring { get; private set; } = null!;

    internal IReadOnlyList<SheetGroup> Groups => ScoringSheet.Of(Rules);

    /// <param name="again">An older version to use again: its rules fill the form, nothing is saved yet.</param>
    /// <param name="ct">Gone when the browser gives up.</param>
    public async Task OnGetAsync(int? again, CancellationToken ct)
    {
        await LoadAsync(ct);
        var shown = Versions.FirstOrDefault(v => v.Version == again) ?? Versions[0];
        Rules = shown.Rules;
        Version = (uint)Versions[0].Version;
        if (shown.IsActive) return;
        Note = $"Version {shown.Version} again";
        Preview = (await previews.HandleAsync(new PreviewScoringRules(Rules), ct)).Value;
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        Rules = ScoringSheet.Read(Request.Form, ModelState.AddModelError);
        if (ModelState.IsValid)
        {
            var preview = await previews.HandleAsync(new PreviewScoringRules(Rules), ct);
            if (preview.IsSuccess) Preview = preview.Value;
            else Explain(preview.Error);
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Rules = ScoringSheet.Read(Request.Form, ModelState.AddModelError);
        if (ModelState.IsValid)
        {
            var saved = await changes.HandleAsync(new ChangeScoringRules(Rules) { Note = Note }, Version, ct);
            if (saved.IsSuccess)
            {
                this.Toast(saved.Value.Version == Version ? "These rules hold already" : $"Scoring rules saved as version {saved.Value.Version}");
                return RedirectToPage();
            }

            Explain(saved.Error);
        }

        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetProgressAsync(CancellationToken ct) =>
        Partial("_Rescoring", (await rescorings.HandleAsync(new GetRescoring(), ct)).Value);

    internal string? ErrorOf(string name) => ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    internal IReadOnlyList<AuditChange> ChangesOf(int index) =>
        index + 1 < Versions.Count ? ScoringSheet.Differences(Versions[index + 1].Rules, Versions[index].Rules) : [];

    private void Explain(SharedKernel.Results.Error error)
    {
        foreach (var (field, messages) in error.Fields)
            foreach (var message in messages)
                ModelState.AddModelError(field, message);
        if (error.Fields.Count == 0) ModelState.AddModelError("", error.Detail);
        else ModelState.AddModelError("", "Some rules need your attention; nothing was saved.");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Versions = (await versions.HandleAsync(new GetScoringVersions(), ct)).Value.Items;
        Rescoring = (await rescorings.HandleAsync(new GetRescoring(), ct)).Value;
    }
}
