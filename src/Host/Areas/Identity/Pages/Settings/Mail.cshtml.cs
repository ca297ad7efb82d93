using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Settings;

[Authorize(IdentityPermissions.ManageSettings)]
public sealed class MailModel(GetMailsHandler mails, RetryMailHandler retry, RetryFailedMailsHandler retryAll, SendTestMailHandler test) : PageModel
{
    public MailOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var overview = await mails.HandleAsync(new GetMails(), ct);
        if (overview.IsFailure) return NotFound();
        Overview = overview.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct)
    {
        var sent = await test.HandleAsync(new SendTestMail(), ct);
        if (sent.IsFailure) return NotFound();
        this.Toast($"A test mail to {sent.Value.Address} is on its way", detail: "Reload this page to see whether it left.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAllAsync(CancellationToken ct)
    {
        var outcome = await retryAll.HandleAsync(new RetryFailedMails(), ct);
        if (outcome.IsFailure) return NotFound();
        this.Toast($"{Words.Count(outcome.Value.Count, "mail")} tried again now");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken ct)
    {
        var outcome = await retry.HandleAsync(new RetryMail(id), ct);
        if (outcome.IsFailure) this.Toast(outcome.Error.Detail, "warning");
        else this.Toast("The mail is tried again now");
        return RedirectToPage();
    }
}
