using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Host.Areas.Customers.Api;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Host.Web.TagHelpers;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;

namespace IswitchRoofs.Host.Areas.Customers.Pages.Interactions;

[Authorize(InteractionEndpoints.Readers)]
public sealed class IndexModel(
    SearchInteractionsHandler search, LogInteractionHandler log, CompleteFollowUpHandler complete, Colleagues colleagues, ICurrentUser user, ICompanyClock clock) : PageModel
{
    private const int RowsShown = 25;

    [BindProperty(SupportsGet = true, Name = "interaction_type")]
    public string? InteractionType { get; set; }

    [BindProperty(SupportsGet = true, Name = "direction")]
    public string? Direction { get; set; }

    [BindProperty(SupportsGet = true, Name = "outcome")]
    public string? Outcome { get; set; }

    [BindProperty(SupportsGet = true, Name = "user_id")]
    public string? UserId { get; set; }

    [BindProperty(SupportsGet = true, Name = "follow_up")]
    public string? FollowUp { get; set; }

    [BindProperty(SupportsGet = true, Name = "lead_id")]
    public Guid? LeadId { get; set; }

    [BindProperty(SupportsGet = true, Name = "customer_id")]
    public Guid? CustomerId { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.SortKey)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = Addresses.PageKey)]
    public int? P { get; set; }

    public PageOf<InteractionDetails> List { get; private set; } = new([], 1, RowsShown, 0, 0, null);

    public Colleagues People => colleagues;

    public DateOnly Today => clock.Today;

    public bool MayLog => user.Has(CustomersPermissions.WriteInteractions);

    public string ShownSort => Sort ?? "-occurred_at";

    public IEnumerable<SelectListItem> Types => Choices.Of(InteractionChoices.Types, InteractionType);

    public IEnumerable<SelectListItem> Directions => Choices.Of(InteractionChoices.Directions, Direction);

    public IEnumerable<SelectListItem> Outcomes => Choices.Of(InteractionChoices.Outcomes, Outcome);

    public IEnumerable<SelectListItem> FollowUpChoices =>
        [new("Due by today", "due", FollowUp == "due"), new("Overdue", "overdue", FollowUp == "overdue"), new("Nothing open", "none", FollowUp == "none")];

    public IEnumerable<SelectListItem> Loggers =>
    [
        new("By me", "me", UserId == "me"),
        .. People.Choices().Where(p => p.Value != user.Id.ToString()).Select(p => new SelectListItem($"By {p.Text}", p.Value, UserId == p.Value)),
    ];

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            if (!string.IsNullOrEmpty(InteractionType)) chips.Add(new FilterChip("Type", Choices.InWords(InteractionType), "interaction_type"));
            if (!string.IsNullOrEmpty(Direction)) chips.Add(new FilterChip("Direction", Choices.InWords(Direction), "direction"));
            if (!string.IsNullOrEmpty(Outcome)) chips.Add(new FilterChip("Outcome", Choices.InWords(Outcome), "outcome"));
            if (!string.IsNullOrEmpty(UserId)) chips.Add(new FilterChip("Logged by", UserId == "me" ? "Me" : People.NameOf(Guid.TryParse(UserId, out var id) ? id : null) ?? "Somebody", "user_id"));
            if (FollowUpChoices.FirstOrDefault(c => c.Selected) is { } followUp) chips.Add(new FilterChip("Follow-up", followUp.Text, "follow_up"));
            if (LeadId is not null) chips.Add(new FilterChip("Lead", (List.Items is [var known, ..] ? known.LeadName : null) ?? "One lead", "lead_id"));
            if (CustomerId is not null) chips.Add(new FilterChip("Customer", (List.Items is [var first, ..] ? first.CustomerName : null) ?? "One customer", "customer_id"));
            return chips;
        }
    }

    /// <summary>The list that the lead's page was opened from: it comes back to there.</summary>
    [BindProperty(Name = "in")]
    public string? In { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await search.HandleAsync(
            new SearchInteractions(new PageRequest(P, RowsShown, Sort: ShownSort))
            {
                InteractionType = InteractionType, Direction = Direction, Outcome = Outcome, UserId = UserId, FollowUp = FollowUp, LeadId = LeadId, CustomerId = CustomerId,
            }, ct);

        // A tampered address shows the plain list rather than an error page.
        if (found.IsFailure && Request.Query.Count > 0) return RedirectToPage(new { lead_id = "", customer_id = "" });
        if (found.IsFailure) return Forbid();
        List = found.Value;
        await People.LoadAsync(ct);
        return Page();
    }

    /// <summary>The composer's second tap: the outcome's button sends it.</summary>
    public async Task<IActionResult> OnPostLogAsync(Guid? leadId, Guid? customerId, string? outcome, string? said, string? promise, DateOnly? due, CancellationToken ct)
    {
        var back = BackTo(leadId, customerId);
        if (!user.Has(CustomersPermissions.WriteInteractions) && !user.Has(CustomersPermissions.LogAssignedInteractions)) return StatusCode(StatusCodes.Status403Forbidden);
        if (!ModelState.IsValid)
        {
            this.Toast("The call was not logged", kind: "danger", detail: "The day of the follow-up is no date.");
            return LocalRedirect(back);
        }

        var logged = false;
        var answer = await this.OnceAsync("customers", async () =>
        {
            var command = new LogInteraction
            {
                LeadId = leadId,
                CustomerId = customerId,
                InteractionType = "phone_call",
                Direction = "outbound",
                Outcome = outcome,
                Notes = said,
                Promise = promise,

                // What is promised without a day is owed tomorrow.
                FollowUpOn = due ?? (string.IsNullOrWhiteSpace(promise) ? null : clock.Today.AddDays(1)),
            };
            var result = await log.HandleAsync(command, ct);
            logged = result.IsSuccess;
            if (result.IsFailure) this.Toast("The call was not logged", kind: "danger", detail: result.Error.Detail);
            else this.Toast("Call logged", detail: Words.Of(outcome));
            return logged ? back : null;
        }, ct);
        return logged || answer is LocalRedirectResult ? answer : LocalRedirect(back);
    }

    public async Task<IActionResult> OnPostCompleteAsync(Guid id, Guid? leadId, Guid? customerId, string? type, string? outcome, string? said, DateOnly? due, CancellationToken ct)
    {
        if (!user.Has(CustomersPermissions.WriteInteractions) && !user.Has(CustomersPermissions.LogAssignedInteractions)) return StatusCode(StatusCodes.Status403Forbidden);
        var next = string.IsNullOrEmpty(type) ? null : new InteractionFields
        {
            InteractionType = type, Direction = type == "note" ? "internal" : "outbound", Outcome = outcome, Notes = said, FollowUpOn = due,
        };
        var completed = await complete.HandleAsync(id, new CompleteFollowUp(next), ifVersion: null, ct);
        if (completed.IsFailure && completed.Error.Code == "interactions.not_found") return NotFound();
        if (completed.IsFailure) this.Toast("That was not saved", kind: "danger", detail: completed.Error.Detail);
        else this.Toast(next is null ? "Follow-up done" : "Follow-up done and the next step logged");
        return LocalRedirect(BackTo(leadId, customerId));
    }

    private string BackTo(Guid? leadId, Guid? customerId) =>
        leadId is { } lead ? QueryHelpers.AddQueryString($"/Leads/Details/{lead}", "in", In ?? "") : customerId is { } customer ? $"/Customers/Details/{customer}" : "/Interactions/FollowUps";
}
