using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.SavedViews;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>Saved views of the list and the choice of its columns: both live in the address.</summary>
public sealed partial class IndexModel
{
    /// <summary>Names separated by commas; what the list does not know is ignored.</summary>
    [BindProperty(SupportsGet = true, Name = "columns")]
    public string? ColumnsAsked { get; set; }

    /// <summary>The view that the list was opened from.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public Guid? OpenedFrom { get; set; }

    [BindProperty]
    public ViewForm NewView { get; set; } = new();

    [BindProperty]
    public ViewForm NewName { get; set; } = new();

    /// <summary>The dialog whose form was refused.</summary>
    public string? Reopened { get; private set; }

    public ListViewMenu Views { get; private set; } = null!;

    public IReadOnlyList<ListColumn> Columns { get; private set; } = [];

    private ListState State => new(
        LeadListShape.Name, Url.Page("Index")!,
        new Dictionary<string, string?>
        {
            ["q"] = Q, ["status"] = Status, ["temperature"] = Temperature, ["source"] = Source, ["assigned_to"] = AssignedTo, ["attention"] = Attention, [Addresses.SortKey] = ShownSort,
        },
        StandardSort, ColumnsAsked, OpenedFrom);

    public Task<IActionResult> OnPostSaveViewAsync(CancellationToken ct) => this.OnceAsync("identity", async () =>
    {
        var saved = await views.SaveAsync(State, NewView.Name, NewView.Shared, ct);
        if (saved.IsFailure) return await AskAgainAsync(saved.Error, nameof(NewView), "save-view", ct) ? null : Url.Page("Index");
        this.Toast($"View “{saved.Value.Name}” saved", detail: saved.Value.Shared ? "Everybody who reads leads sees it." : null);
        return saved.Value.Url;
    }, ct);

    // The address of a refused form, asked again by the live list or by a link back to it, is the list.
    public Task<IActionResult> OnGetSaveViewAsync(CancellationToken ct) => OnGetAsync(ct);

    public Task<IActionResult> OnGetRenameViewAsync(CancellationToken ct) => OnGetAsync(ct);

    public async Task<IActionResult> OnPostUpdateViewAsync(CancellationToken ct) =>
        Answer(await views.UpdateAsync(State, ct), v => $"View “{v.Name}” shows this from now on");

    public async Task<IActionResult> OnPostRenameViewAsync(CancellationToken ct)
    {
        var renamed = await views.RenameAsync(State, NewName.Name, ct);
        if (renamed is { IsFailure: true, Error.Fields.Count: > 0 }) return await AskAgainAsync(renamed.Error, nameof(NewName), "rename-view", ct) ? Page() : RedirectToPage();
        return Answer(renamed, v => $"The view is called “{v.Name}” now", stay: true);
    }

    public async Task<IActionResult> OnPostShareViewAsync(bool shared, CancellationToken ct) => Answer(
        await views.ShareAsync(State, shared, ct), v => v.Shared ? $"Everybody who reads leads sees “{v.Name}” now" : $"“{v.Name}” is no longer shared", stay: true);

    public async Task<IActionResult> OnPostDeleteViewAsync(CancellationToken ct)
    {
        var deleted = await views.DeleteAsync(State, ct);
        if (deleted.IsFailure) this.Toast("The view was not deleted", kind: "danger", detail: deleted.Error.Detail);
        else this.Toast("View deleted", undoUrl: Url.Page("Index", "RestoreView", new { view = OpenedFrom }));
        return RedirectToPage(deleted.IsFailure ? Here : HereWith("view", null));
    }

    public async Task<IActionResult> OnPostRestoreViewAsync(CancellationToken ct) => Answer(await views.RestoreAsync(State, ct), v => $"View “{v.Name}” is back");

    /// <param name="shown">The ticked columns.</param>
    /// <param name="keep"><c>mine</c> makes them the viewer's own, <c>usual</c> gives those up; otherwise they are shown this once.</param>
    public async Task<IActionResult> OnPostColumnsAsync([FromForm(Name = "shown")] string[] shown, string? keep, CancellationToken ct)
    {
        if (keep is null) return RedirectToPage(HereWith("columns", string.Join(',', shown)));
        var kept = await views.KeepColumnsAsync(State, keep == "usual" ? [] : shown, ct);
        if (kept.IsFailure) this.Toast("The columns were not kept", kind: "danger", detail: string.Join(" ", kept.Error.Fields.Values.SelectMany(m => m).Prepend(kept.Error.Detail)));
        else this.Toast(keep == "usual" ? "You see the usual columns again" : "You see these columns from now on");
        return RedirectToPage(HereWith("columns", null));
    }

    private async Task LoadViewsAsync(CancellationToken ct)
    {
        Views = await views.MenuAsync(State, LeadListShape.ReadyMade, ct);
        Columns = [.. LeadListShape.Columns.Where(c => Views.Columns.Keys.Contains(c.Key))];
        NewName.Name ??= Views.Open?.Name;
    }

    /// <summary>The refused form again, above the list as it was.</summary>
    /// <returns>False when there is no such list.</returns>
    private async Task<bool> AskAgainAsync(Error error, string prefix, string dialog, CancellationToken ct)
    {
        ModelState.AddError(error, prefix);
        Reopened = dialog;
        return await LoadAsync(ct);
    }

    private IActionResult Answer(Result<ListView> result, Func<ListView, string> say, bool stay = false)
    {
        if (result.IsFailure) this.Toast("The view stays as it was", kind: "danger", detail: result.Error.Detail);
        else this.Toast(say(result.Value));
        return result.IsFailure || stay ? RedirectToPage(Here) : LocalRedirect(result.Value.Url);
    }

    private RouteValueDictionary HereWith(string key, string? value) => new(Here) { [key] = value };
}
