using IswitchRoofs.Host.Realtime;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Realtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize(IdentityPermissions.ManageSettings)]
internal sealed class RealtimeModel(IServiceProvider services, IRealtime realtime, ICurrentUser user, TimeProvider clock) : PageModel
{
    public RealtimeOverview Overview { get; private set; } = null!;

    public void OnGet() => Overview = RealtimeOverview.Of(services);

    /// <summary>Answers nothing: what the page then shows came by the live line.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        if (user.Id is not { } id) return Forbid();
        await realtime.PublishAsync(
            new RealtimeMessage([RealtimeChannels.User(id)], RealtimeChannels.Test, new Dictionary<string, object?> { ["sent_at"] = clock.GetUtcNow() }), ct);
        return new NoContentResult();
    }
}
