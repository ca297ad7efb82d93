using IswitchRoofs.Customers.Application;
using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Host.Areas.Customers.Api;
using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Pages;
using IswitchRoofs.Shared.Application;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Areas.Customers.Pages.Interactions;

/// <summary>What is owed to whom, the oldest first (I2).</summary>
[Authorize(InteractionEndpoints.Readers)]
public sealed class FollowUpsModel(GetFollowUpsHandler followUps, Colleagues colleagues, ICurrentUser user) : PageModel
{
    private static readonly int[] Spans = [7, 14, 30, 90];

    [BindProperty(SupportsGet = true, Name = "user_id")]
    public string? UserId { get; set; }

    [BindProperty(SupportsGet = true, Name = "days")]
    public int? Days { get; set; }

    public IReadOnlyList<(string Title, IReadOnlyList<InteractionDetails> Items)> Groups { get; private set; } = [];

    public bool Complete { get; private set; } = true;

    public Colleagues People => colleagues;

    public bool MayLog => user.Has(CustomersPermissions.WriteInteractions) || user.Has(CustomersPermissions.LogAssignedInteractions);

    public IEnumerable<SelectListItem> Types => Choices.Of(InteractionChoices.Types, "phone_call");

    public IEnumerable<SelectListItem> Outcomes => Choices.Of(InteractionChoices.Outcomes, "successful");

    public IEnumerable<SelectListItem> Ahead => Spans.Select(d => new SelectListItem($"Next {d} days", $"{d}", d == (Days ?? 7)));

    public IEnumerable<SelectListItem> Whose =>
    [
        new("Mine", "me", UserId is null or "me"), new("Everybody's", "all", UserId == "all"),
        .. People.Choices().Where(p => p.Value != user.Id.ToString()).Select(p => new SelectListItem(p.Text, p.Value, UserId == p.Value)),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await followUps.HandleAsync(new GetFollowUps(Days, UserId), ct);
        if (found.IsFailure && Request.Query.Count > 0) return RedirectToPage(new { user_id = "", days = "" });
        if (found.IsFailure) return Forbid();
        var list = found.Value;
        Groups = [("Overdue", list.Overdue), ("Today", list.Today), ($"Next {list.Days} days", list.Upcoming)];
        Complete = list.Complete;
        await People.LoadAsync(ct);
        return Page();
    }
}
