using IswitchRoofs.Identity.Application.Notifications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages;

/// <summary>
/// Where the link of a mail leads: to a person a button, to a mail program that posts (RFC 8058) the deed. The signed link is the
/// proof, so there is no sign-in and no antiforgery token.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class UnsubscribeModel(IUnsubscribeLinks links, UnsubscribeHandler handler) : PageModel
{
    [FromQuery(Name = "t")]
    public string? Token { get; set; }

    public bool IsKnown { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>"New lead", "Hot lead and New lead".</summary>
    public string Labels { get; private set; } = "";

    public IActionResult OnGet() => Show(links.Read(Token));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await handler.HandleAsync(new Unsubscribe(Token), ct);
        IsDone = outcome.IsSuccess;
        return Show(outcome.IsSuccess ? outcome.Value : null);
    }

    private PageResult Show(Unsubscription? what)
    {
        IsKnown = what is not null;
        Labels = string.Join(" and ", (what?.Types ?? []).Select(t => $"\u201c{NotificationTypes.LabelOf(t)}\u201d"));
        if (!IsKnown) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
