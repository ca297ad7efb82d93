using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Leads.Application.Conversion;
using IswitchRoofs.Leads.Application.Duplicates;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Application.Referrals;
using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

[Authorize(LeadsPermissions.Read)]
public sealed class DetailsModel(
    GetLeadHandler read, GetLeadHistoryHandler readHistory, GetLeadNeighboursHandler neighbours, InteractionPanels panels, AppointmentPanels appointments, Colleagues colleagues,
    ChangeLeadStatusHandler moves, AssignLeadHandler assignments, DeleteLeadHandler deletions, RestoreLeadHandler restorations,
    GetLeadResponseHandler readResponse, UpdateLeadHandler updates,
    ConvertLeadHandler conversions, GetConversionHandler readConversion, GetReferralOfLeadHandler readReferral, GetLeadDuplicatesHandler readDuplicates,
    ICurrentUser user) : PageModel
{
    private const int HistoryShown = 50;
    private const string Automatically = "smart";

    private LeadListState? _list;

    /// <summary>The list that the lead was opened from, with its filters and order.</summary>
    [BindProperty(SupportsGet = true, Name = LeadListState.Key)]
    public string? In { get; set; }

    /// <summary>The page's own address, also where a handler shows it.</summary>
    public string Self => Url.Page("Details", Here(Lead.Id))!;

    public string ListUrl => Url.Page("Index") + _list?.Query;

    /// <summary>Null when the lead was not opened from a list.</summary>
    public RecordWalk? Walk { get; private set; }

    public LeadDetails Lead { get; private set; } = null!;

    public uint Version { get; private set; }

    /// <summary>The lead as its form, for the facts that are changed where they stand.</summary>
    public LeadForm Form { get; private set; } = new();

    /// <summary>Where changed facts are sent; null for who may not change them.</summary>
    public string? FactsUrl => MayChange ? Url.Page("Details", "Fact", Here(Lead.Id)) : null;

    public Colleagues People => colleagues;

    public LeadResponse Clock { get; private set; } = null!;

    public IReadOnlyList<LeadHistoryRow> History { get; private set; } = [];

    public ConversionState Conversion { get; private set; } = ConversionState.None;

    /// <summary>Who else looks like the same person; of a lead that is done with nobody asks.</summary>
    public IReadOnlyList<LeadDuplicate> Matches { get; private set; } = [];

    /// <summary>Null when no partner sent the lead, and for who may not read them.</summary>
    public ReferralDetails? Referral { get; private set; }

    public IReadOnlyList<StageStep> Stages { get; private set; } = [];

    /// <summary>Null for who may not read them.</summary>
    public InteractionPanel? Interactions { get; private set; }

    /// <inheritdoc cref="Interactions"/>
    public AppointmentPanel? Appointments { get; private set; }

    public string Name => $"{Lead.FirstName} {Lead.LastName}";

    /// <summary>The street, then the place.</summary>
    public IReadOnlyList<string> AddressLines =>
    [
        .. new[] { Lead.Address, $"{Lead.City}{(Lead.City is not null && Lead.State is not null ? ", " : "")}{Lead.State} {Lead.ZipCode}".Trim() }.OfType<string>().Where(line => line.Length > 0),
    ];

    public bool MayChange => user.Has(LeadsPermissions.Write) && Lead.Status != "won";

    public bool MayConvert => MayChange && Lead.Status is not ("lost" or "nurture");

    public bool MayDelete => user.Has(LeadsPermissions.DeleteAny) || (user.Has(LeadsPermissions.Delete) && Lead.AssignedTo == user.Id);

    public IReadOnlyList<string> Moves => LeadChoices.MovesFrom(Lead.Status);

    public IEnumerable<SelectListItem> MoveChoices => Choices.Of(Moves, Next);

    public IEnumerable<SelectListItem> AssigneeChoices =>
    [
        new("Whoever fits best", Automatically),
        .. People.TakingLeads().Where(p => p.Value != Lead.AssignedTo.ToString()).Select(p => new SelectListItem(p.Value == user.Id.ToString() ? $"{p.Text} (me)" : p.Text, p.Value)),
    ];

    // The step that usually follows is offered first.
    private string? Next => Moves.Contains("contacted") && Lead.Status is "lost" or "nurture"
        ? "contacted"
        : LeadChoices.Stages.SkipWhile(s => s != Lead.Status).Skip(1).FirstOrDefault(Moves.Contains);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        await FindListAsync(id, ct);
        var history = await readHistory.HandleAsync(new GetLeadHistory(id, new PageRequest(PerPage: HistoryShown)), ct);
        History = history.IsSuccess ? history.Value.Items : [];
        if (MayConvert && await readDuplicates.HandleAsync(new GetLeadDuplicates(id), ct) is { IsSuccess: true, Value: var others })
            Matches = others.Items;
        Conversion = (await readConversion.HandleAsync(new GetConversion(id), ct)).Value;
        if (Lead.Source == "partner_referral" && user.Has(LeadsPermissions.ReadPartners)
            && await readReferral.HandleAsync(new GetReferralOfLead(id), ct) is { IsSuccess: true, Value: var referral }) Referral = referral;
        Appointments = await appointments.OfLeadAsync(id, ct);
        Stages = [.. LeadChoices.Stages.Select(stage => new StageStep(stage, ReachedAt(stage)))];
        return Page();
    }

    /// <summary>The essentials, beside the list that the lead stands in.</summary>
    public async Task<IActionResult> OnGetPeekAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct)) return Partial("_Peek", this);
        var gone = Partial("_PeekGone");
        gone.StatusCode = StatusCodes.Status404NotFound;
        return gone;
    }

    /// <summary>
    /// Some fields, changed where they stand. Taken, the answer is the page; with somebody else's version it is the page, too, as it is now (412);
    /// anything else that was refused is named by field (422).
    /// </summary>
    /// <param name="version">What the person saw.</param>
    public async Task<IActionResult> OnPostFactAsync(Guid id, uint version, CancellationToken ct)
    {
        if (!user.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        await TryUpdateModelAsync(Form, nameof(Form));
        if (Form.Patch(Request.Form.Keys, ModelState, nameof(Form)) is not { } patch) return BadRequest();
        if (!ModelState.IsValid) return Misread();
        var saved = await updates.HandleAsync(id, patch, version, ct);
        if (saved is { IsFailure: true, Error.Kind: not (ErrorKind.Stale or ErrorKind.NotFound) })
        {
            ModelState.AddError(saved.Error, nameof(Form));
            return Misread();
        }

        // The page shows what is stored, not what was typed.
        ModelState.Clear();
        var page = await OnGetAsync(id, ct);
        if (saved.IsFailure && page is PageResult shown) shown.StatusCode = StatusCodes.Status412PreconditionFailed;
        return page;
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? status, string? lostReason, CancellationToken ct)
    {
        var before = await read.HandleAsync(new GetLead(id), ct);
        if (before.IsFailure) return NotFound();
        if (!user.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var moved = await moves.HandleAsync(id, new ChangeLeadStatus(status, lostReason), ifVersion: null, ct);
        if (moved.IsFailure) return Refused(id, moved.Error);

        var (from, to) = (before.Value.Value.Status, moved.Value.Value.Status);
        var canGoBack = LeadChoices.MovesFrom(to).Contains(from) && from != "lost";
        this.Toast($"Moved to {Words.Of(to)}", undoUrl: canGoBack ? Url.Page("Details", "Move", new { id, status = from }) : null);
        return RedirectToPage(Here(id));
    }

    /// <param name="to">A person's id, or a strategy.</param>
    /// <param name="seen">Who had the lead when the form was shown: only that person loses it.</param>
    public async Task<IActionResult> OnPostAssignAsync(Guid id, string? to, string? note, Guid? seen, CancellationToken ct)
    {
        var before = await read.HandleAsync(new GetLead(id), ct);
        if (before.IsFailure) return NotFound();
        if (!user.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var had = before.Value.Value.AssignedTo;
        var command = new AssignLead
        {
            AssignedTo = Guid.TryParse(to, out var person) ? person : null,
            Strategy = to == Automatically ? Automatically : null,
            Note = note,
            Force = had is not null && had == seen,
        };
        var assigned = await assignments.HandleAsync(id, command, ifVersion: null, ct);
        if (assigned.IsFailure) return Refused(id, assigned.Error);

        var now = assigned.Value.Value.AssignedTo;
        await People.LoadAsync(ct);
        var name = People.NameOf(now) ?? "somebody else";
        if (now == had) this.Toast($"{name} keeps the lead", kind: "info");
        else this.Toast($"Assigned to {name}", undoUrl: had is null ? null : Url.Page("Details", "Assign", new { id, to = had, seen = now }));
        return RedirectToPage(Here(id));
    }

    public async Task<IActionResult> OnPostConvertAsync(Guid id, string? email, bool createProject, CancellationToken ct)
    {
        var before = await read.HandleAsync(new GetLead(id), ct);
        if (before.IsFailure) return NotFound();
        if (!user.Has(LeadsPermissions.Write)) return StatusCode(StatusCodes.Status403Forbidden);
        var converted = await conversions.HandleAsync(id, new ConvertLead(CustomerId: null, email, createProject), ifVersion: null, ct);
        if (converted.IsFailure) return Refused(id, converted.Error);
        this.Toast($"{converted.Value.Lead.FirstName} {converted.Value.Lead.LastName} is a customer now", detail: converted.Value.ProjectId is null ? null : "The project waits in planning.");
        return RedirectToPage(Here(id));
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        var lead = await read.HandleAsync(new GetLead(id), ct);
        if (lead.IsFailure) return NotFound();
        if (!user.Has(LeadsPermissions.Delete)) return StatusCode(StatusCodes.Status403Forbidden);
        var deleted = await deletions.HandleAsync(new DeleteLead(id, IfVersion: null), ct);
        if (deleted.IsFailure) return Refused(id, deleted.Error);
        this.Toast($"{lead.Value.Value.FirstName} {lead.Value.Value.LastName} is in the trash",
            detail: "It can be restored for 30 days.", undoUrl: Url.Page("Details", "Restore", new { id }));
        return LocalRedirect(Url.Page("Index") + LeadListState.Read(In)?.Query);
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        if (!user.Has(LeadsPermissions.Delete)) return StatusCode(StatusCodes.Status403Forbidden);
        var restored = await restorations.HandleAsync(new RestoreLead(id), ct);
        if (restored.IsFailure) return NotFound();
        this.Toast("Lead restored");
        return RedirectToPage(Here(id));
    }

    private JsonResult Misread() =>
        new(ModelState.Where(entry => entry.Value!.Errors.Count > 0).ToDictionary(entry => entry.Key[(entry.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], entry => entry.Value!.Errors[0].ErrorMessage))
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };

    /// <returns>False when there is no such lead.</returns>
    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var lead = await read.HandleAsync(new GetLead(id), ct);
        if (lead.IsFailure) return false;
        (Lead, Version) = (lead.Value.Value, lead.Value.Version);
        Form = LeadForm.Of(Lead);
        var response = await readResponse.HandleAsync(new GetLeadResponse(id), ct);
        if (response.IsFailure) return false;
        Clock = response.Value;
        await People.LoadAsync(ct);
        Interactions = await panels.OfLeadAsync(id, Name, ct);
        return true;
    }

    private async Task FindListAsync(Guid id, CancellationToken ct)
    {
        // What cannot be read is no list: the page is shown as without one, and its links do not carry it on.
        if (LeadListState.Read(In) is { } list && await neighbours.HandleAsync(new GetLeadNeighbours(id, list.Selection), ct) is { IsSuccess: true, Value: var found })
            (_list, Walk) = (list, new RecordWalk(StepTo(found.Previous), StepTo(found.Next)));
        In = _list?.ToString();

        RecordStep? StepTo(LeadNeighbour? lead) => lead is null ? null : new RecordStep(lead.Name, Url.Page("Details", Here(lead.Id))!);
    }

    private object Here(Guid id) => new { id, @in = LeadListState.Read(In)?.ToString() };

    private RedirectToPageResult Refused(Guid id, Error error)
    {
        this.Toast("That was not saved", kind: "danger", detail: error.Fields.Count == 0 ? error.Detail : LeadRefusal.Of(error));
        return RedirectToPage(Here(id));
    }

    private DateTimeOffset? ReachedAt(string stage) =>
        stage == "new" ? Lead.CreatedAt : History.FirstOrDefault(h => h.Kind == "status" && h.To == stage)?.At;
}
