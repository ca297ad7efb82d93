using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Imports;

/// <summary>An import from its columns to its end: what is shown and asked depends on how far it is.</summary>
[Authorize(LeadsPermissions.Import)]
public sealed class DetailsModel(
    GetImportHandler reading, GetImportRowsHandler rows, MapImportHandler mapping, ValidateImportHandler validating, ChangeImportRowHandler correcting,
    RunImportHandler running, CancelImportHandler cancelling, UndoImportHandler undoing, ExportImportRowsHandler exporting, Colleagues people) : PageModel
{
    private const int RowsShown = 20;

    /// <summary>By column the field that it fills, in the order of the file.</summary>
    [BindProperty]
    public IReadOnlyList<string?> Fields { get; set; } = [];

    [BindProperty]
    public string? DefaultSource { get; set; }

    [BindProperty]
    public string OnMatch { get; set; } = "update";

    [BindProperty]
    public Guid? AssignedTo { get; set; }

    [BindProperty]
    public string? SaveAs { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    /// <summary>The mapping of a file that is checked already is asked for again.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Map { get; set; }

    public ImportDetails Import { get; private set; } = null!;

    public PageOf<ImportRow>? Invalid { get; private set; }

    public bool Maps => Import.Status == "mapping" || (Map && Import.Status == "validated");

    public bool Works => Import.Status is "validating" or "running" or "undoing";

    public int ToCome => Import.Counts.New + Import.Counts.Update;

    public IEnumerable<SelectListItem> Sources => Choices.Of(LeadChoices.Sources, DefaultSource);

    public IEnumerable<SelectListItem> Assignees { get; private set; } = [];

    public IEnumerable<SelectListItem> Matches =>
    [
        new("Update it with what the file says", "update", OnMatch == "update"),
        new("Leave it as it is", "skip", OnMatch == "skip"),
    ];

    public string Doing => Import.Status switch
    {
        "validating" => "Checking the rows",
        "running" => "Bringing in the leads",
        _ => "Taking the leads back",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMappingAsync(Guid id, CancellationToken ct)
    {
        var (fields, source, onMatch, person, name) = (Fields, DefaultSource, OnMatch, AssignedTo, SaveAs);
        if (!await LoadAsync(id, ct)) return NotFound();
        var named = Import.Columns.Select((c, i) => (c.Header, Field: i < fields.Count ? fields[i] : null)).Where(c => !string.IsNullOrEmpty(c.Field)).ToDictionary(c => c.Header, c => c.Field);
        var mapped = await mapping.HandleAsync(id, new MapImport { Mapping = named, DefaultSource = source, OnMatch = onMatch, AssignedTo = person, SaveAs = name }, null, ct);
        if (mapped.IsSuccess)
        {
            var asked = await validating.HandleAsync(new ValidateImport(id, null), ct);
            if (asked.IsSuccess) return RedirectToPage(new { id });
            ModelState.AddModelError("", $"The mapping {asked.Error.Detail}");
        }
        else
        {
            foreach (var (field, messages) in mapped.Error.Fields) ModelState.AddModelError("", $"{field.Replace("mapping.", "", StringComparison.Ordinal).Replace('_', ' ')}: {messages[0]}");
            if (mapped.Error.Fields.Count == 0) ModelState.AddModelError("", mapped.Error.Detail);
        }

        (Fields, DefaultSource, OnMatch, AssignedTo, SaveAs, Map) = (fields, source, onMatch, person, name, true);
        return Page();
    }

    public async Task<IActionResult> OnPostRowAsync(Guid id, int rowNo, IReadOnlyList<string> headers, IReadOnlyList<string?> values, bool drop, CancellationToken ct)
    {
        var change = drop ? new ChangeImportRow { RowNo = rowNo, Drop = true } : new ChangeImportRow { RowNo = rowNo, Values = headers.Zip(values).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second) };
        var changed = await correcting.HandleAsync(id, change, ct);
        if (changed.IsFailure) this.Toast(changed.Error.Detail, "danger");
        else if (drop) this.Toast($"Row {rowNo} was dropped");
        else if (changed.Value.State == "invalid") this.Toast($"Row {rowNo} still cannot come in", "warning", ImportCsv.ReasonOf(changed.Value));
        else this.Toast($"Row {rowNo} is corrected", detail: Words.Of(changed.Value.State));
        return RedirectToPage(new { id, p = P });
    }

    public async Task<IActionResult> OnPostRunAsync(Guid id, CancellationToken ct) => Said(id, await running.HandleAsync(new RunImport(id, null), ct));

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct) => Said(id, await cancelling.HandleAsync(new CancelImport(id, null), ct), "Import cancelled");

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct) => Said(id, await undoing.HandleAsync(new UndoImport(id, null), ct));

    public async Task<IActionResult> OnGetInvalidAsync(Guid id, CancellationToken ct)
    {
        var export = await exporting.HandleAsync(new ExportImportRows(id), ct);
        if (export.IsFailure) return NotFound();
        await ImportCsv.WriteAsync(Response, export.Value, ct);
        return new EmptyResult();
    }

    public IEnumerable<SelectListItem> FieldChoices(int column) => Choices.Of(MapImport.Fields, column < Fields.Count ? Fields[column] : null);

    /// <summary>The columns in which the row's problems can be mended.</summary>
    public IEnumerable<ImportColumn> ColumnsToMend(ImportRow row)
    {
        var fields = row.Problems.SelectMany(p => p.Field switch
        {
            "first_name" or "last_name" => ["first_name", "last_name", "full_name"],
            "phone" => ["phone", "email"],
            var field => (string[])[field],
        }).ToHashSet(StringComparer.Ordinal);
        var mapped = Import.Columns.Where(c => c.Field is not null).ToArray();
        var mending = mapped.Where(c => fields.Contains(c.Field!)).ToArray();
        return mending.Length > 0 ? mending : mapped;
    }

    public string NameOf(ImportRow row)
    {
        var name = string.Join(" ", Import.Columns.Where(c => c.Field is "first_name" or "last_name" or "full_name").Select(c => row.Values.GetValueOrDefault(c.Header))).Trim();
        return name.Length == 0 ? "No name" : name;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var found = await reading.HandleAsync(new GetImport(id), ct);
        if (found.IsFailure) return false;
        Import = found.Value.Value;
        (Fields, DefaultSource, OnMatch, AssignedTo) = ([.. Import.Columns.Select(c => c.Field)], Import.DefaultSource, Import.OnMatch, Import.AssignedTo);
        await people.LoadAsync(ct);
        Assignees = people.TakingLeads().Select(p => new SelectListItem(p.Text, p.Value, p.Value == AssignedTo.ToString()));
        if (Import.Counts.Invalid > 0 && !Maps)
        {
            var page = await rows.HandleAsync(new GetImportRows(id, "invalid", new PageRequest(P, RowsShown)), ct);
            Invalid = page.IsSuccess ? page.Value : null;
        }

        return true;
    }

    private RedirectToPageResult Said(Guid id, Result<Versioned<ImportDetails>> outcome, string? done = null)
    {
        if (outcome.IsFailure) this.Toast(outcome.Error.Detail, "danger");
        else if (done is not null) this.Toast(done);
        return RedirectToPage(new { id });
    }
}
