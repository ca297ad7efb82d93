using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.SavedViews;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Bulk;
using IswitchRoofs.Leads.Application.Export;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Read)]
public sealed partial class IndexModel(
    SearchLeadsHandler leads, ChangeLeadsHandler bulk, UndoBulkChangeHandler bulkUndo, ExportLeadsHandler export, ICompanyClock clock, GetResponseDeadlinesHandler deadlines, ListViews views, Colleagues colleagues, ICurrentUser user)
    : LeadFilterPage(colleagues, user)
{
    internal const string StandardSort = "-created_at";

    private const int RowsShown = 25;

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<LeadRow> List { get; private set; } = null!;

    public ResponseDeadlines Deadlines { get; private set; } = null!;

    /// <summary>This list, for the addresses of its leads.</summary>
    public string In => LeadListState.Of(Request.Query, ShownSort).ToString();

    public bool MayCreate => Viewer.Has(LeadsPermissions.Write);

    public bool MayDelete => Viewer.Has(LeadsPermissions.Delete);

    public bool MayImport => Viewer.Has(LeadsPermissions.Import);

    public string ShownSort => Sort ?? StandardSort;

    public IEnumerable<SelectListItem> Statuses => [new("Open", LeadChoices.OpenStatuses, Status == LeadChoices.OpenStatuses), .. Choices.Of(LeadChoices.Statuses, Status == LeadChoices.OpenStatuses ? null : Status)];

    public override IReadOnlyList<FilterChip> Chips =>
        string.IsNullOrEmpty(Status) ? base.Chips : [.. base.Chips, new FilterChip("Status", Status == LeadChoices.OpenStatuses ? "Open" : Choices.InWords(Status), "status")];

    /// <summary>What the address asks for, to come back to it.</summary>
    public object Here => new { q = Given(Q), status = Given(Status), temperature = Given(Temperature), source = Given(Source), assigned_to = Given(AssignedTo), attention = Given(Attention), sort = Given(Sort), columns = Given(ColumnsAsked), view = OpenedFrom, p = P };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : BadRequest();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var found = await leads.HandleAsync(Shown with { Page = new PageRequest(P, RowsShown, Sort: ShownSort) }, ct);
        if (found.IsFailure) return false;
        List = found.Value;
        Deadlines = (await deadlines.HandleAsync(new GetResponseDeadlines(), ct)).Value;
        await People.LoadAsync(ct);
        await LoadViewsAsync(ct);
        return true;
    }

    public string CsvUrl => Addresses.With(Request, ("handler", "Csv"), (Addresses.SortKey, ShownSort), (Addresses.PageKey, null));

    /// <summary>What the list shows, all pages of it.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        var found = await export.HandleAsync(new ExportLeads(Shown), ct);
        if (found.IsFailure) return BadRequest();
        await LeadCsv.WriteAsync(Response, found.Value.Rows, People, clock.Today, ct);
        return new EmptyResult();
    }

    /// <param name="form">What to do, and with which leads.</param>
    public async Task<IActionResult> OnPostBulkAsync([FromForm(Name = "bulk")] BulkForm form, CancellationToken ct)
    {
        if (!Viewer.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var changed = await bulk.HandleAsync(form.ToRequest(Shown, dryRun: false), ct);
        if (changed.IsFailure)
        {
            this.Toast("Nothing was changed", kind: "danger", detail: changed.Error.Fields.Count == 0 ? changed.Error.Detail : LeadRefusal.Of(changed.Error));
            return RedirectToPage(Here);
        }

        var (done, skipped) = (changed.Value.Done.Count, BulkForm.Skipped(changed.Value.Skipped));
        this.Toast(form.Say(done, "was", "were"), kind: done == 0 ? "warning" : "success", detail: skipped,
            undoUrl: changed.Value.UndoId is { } id ? Url.Page("Index", "UndoBulk", new { id }) : null);
        return RedirectToPage(Here);
    }

    /// <summary>What would be done, in words, before anybody presses the button.</summary>
    public async Task<IActionResult> OnPostBulkPreviewAsync([FromForm(Name = "bulk")] BulkForm form, CancellationToken ct)
    {
        if (!Viewer.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var would = await bulk.HandleAsync(form.ToRequest(Shown, dryRun: true), ct);
        return would.IsFailure
            ? new JsonResult(new { text = "", detail = would.Error.Fields.Count == 0 ? would.Error.Detail : "", done = 0 })
            : new JsonResult(new { text = form.Say(would.Value.Done.Count, "will be", "will be"), detail = BulkForm.Skipped(would.Value.Skipped) ?? "", done = would.Value.Done.Count });
    }

    public async Task<IActionResult> OnPostUndoBulkAsync(Guid id, CancellationToken ct)
    {
        if (!Viewer.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var back = await bulkUndo.HandleAsync(new UndoBulkChange(id), ct);
        if (back.IsFailure) this.Toast("That could not be taken back", kind: "danger", detail: back.Error.Detail);
        else this.Toast($"Taken back for {Words.Count(back.Value.Done.Count, "lead")}", detail: BulkForm.Skipped(back.Value.Skipped));
        return RedirectToPage();
    }

    private SearchLeads Shown => Filter<SearchLeads>() with { Status = Given(Status), Page = new PageRequest(Sort: ShownSort) };
}
