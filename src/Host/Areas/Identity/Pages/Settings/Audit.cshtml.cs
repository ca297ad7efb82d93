using System.Globalization;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize(IdentityPermissions.ReadAudit)]
public sealed class AuditModel(AuditLog log, Colleagues people, ICompanyClock clock) : PageModel
{
    public const int RowsShown = 50;

    // What is worth choosing from; an address may name any other.
    private static readonly string[] KnownTypes =
        ["lead", "customer", "project", "appointment", "user", "team", "integration", "notification"];

    private static readonly string[] KnownActions =
    [
        "created", "updated", "deleted", "restored", "purged", "signed_in", "signed_out", "sign_in_failed", "sign_in_refused", "locked_out", "token_reused",
        "session_revoked", "role_changed", "password_changed", "activated", "deactivated",
    ];

    [BindProperty(SupportsGet = true, Name = "entity_type")]
    public string? EntityType { get; set; }

    [BindProperty(SupportsGet = true, Name = "entity_id")]
    public string? EntityId { get; set; }

    [BindProperty(SupportsGet = true, Name = "actor_id")]
    public Guid? ActorId { get; set; }

    [BindProperty(SupportsGet = true, Name = "action")]
    public string? ActionName { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public IReadOnlyList<AuditRecord> Entries { get; private set; } = [];

    public string? NextCursor { get; private set; }

    public Colleagues People => people;

    public ICompanyClock Clock => clock;

    public string CsvUrl => Addresses.With(Request, ("handler", "Csv"), ("cursor", null));

    public IEnumerable<SelectListItem> Types => Offered(KnownTypes, EntityType, Words.Of);

    public IEnumerable<SelectListItem> Actions => Offered(KnownActions, ActionName, AuditWords.Action);

    public IEnumerable<SelectListItem> Actors => people.Everybody().Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == ActorId));

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (!string.IsNullOrEmpty(EntityType)) chips.Add(new FilterChip("What", Words.Of(EntityType), "entity_type"));
            if (!string.IsNullOrEmpty(EntityId)) chips.Add(new FilterChip("Record", EntityId, "entity_id"));
            if (ActorId is { } actor) chips.Add(new FilterChip("Who", people.Known(actor) ?? "A program", "actor_id"));
            if (!string.IsNullOrEmpty(ActionName)) chips.Add(new FilterChip("Action", AuditWords.Action(ActionName), "action"));
            if (!string.IsNullOrEmpty(From)) chips.Add(new FilterChip("From", From, "from"));
            if (!string.IsNullOrEmpty(To)) chips.Add(new FilterChip("Until", To, "to"));
            return chips;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Filter() is not { } filter) return BadRequest();
        await people.LoadAsync(ct);
        var found = await log.ReadAsync(filter, RowsShown + 1, ct);
        Entries = [.. found.Take(RowsShown)];
        NextCursor = found.Count > RowsShown ? AuditCursor.Of(Entries[^1]) : null;
        return Page();
    }

    /// <summary>A row for each field that changed, newest entry first, sent while it is read.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        if (Filter() is not { } filter) return BadRequest();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv\"";
        Response.Headers.CacheControl = "no-store";
        await using var csv = new Csv(Response.Body);
        await csv.WriteAsync("at", "actor_kind", "actor_id", "actor", "action", "entity_type", "entity_id", "field", "old", "new", "ip", "user_agent", "trace_id");
        await foreach (var entry in log.StreamAsync(filter with { Before = null }, ct))
        {
            var changes = AuditWords.Raw(entry).ToArray();
            if (changes.Length == 0) changes = [("", default, default)];
            foreach (var (field, old, now) in changes)
            {
                await csv.WriteAsync(
                    entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), entry.ActorKind, entry.ActorId?.ToString(), entry.ActorName,
                    entry.Action, entry.EntityType, entry.EntityId?.ToString(), field, AuditWords.Text(old), AuditWords.Text(now), entry.Ip, entry.UserAgent, entry.TraceId);
            }
        }

        return new EmptyResult();
    }

    public string? UrlOf(AuditRecord entry) => entry is { EntityId: { } id } ? RecordAddresses.Of(entry.EntityType, id) : null;

    private AuditFilter? Filter()
    {
        var check = new Validation();
        Guid? record = null;
        if (!string.IsNullOrWhiteSpace(EntityId))
        {
            if (Guid.TryParse(EntityId.Trim(), out var id)) record = id;
            else check.Add("entity_id", "is no record's id.");
        }

        var filter = new AuditFilter(
            check.Text("entity_type", EntityType, 100), record, ActorId, check.Text("action", ActionName, 100),
            DateFilter.From("from", Given(From), clock, check), DateFilter.To("to", Given(To), clock, check), AuditCursor.Read(Given(Cursor), check));
        return check.Failed || !ModelState.IsValid ? null : filter;
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static IEnumerable<SelectListItem> Offered(string[] known, string? chosen, Func<string, string> words) =>
        (string.IsNullOrEmpty(chosen) || known.Contains(chosen) ? known : known.Append(chosen)).Select(v => new SelectListItem(words(v), v, v == chosen));
}
