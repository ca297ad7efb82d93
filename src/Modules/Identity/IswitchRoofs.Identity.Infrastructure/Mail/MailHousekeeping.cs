using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

/// <summary>Forgets mails that nobody will ask for any more.</summary>
internal sealed class MailHousekeeping(IdentityDbContext db, TimeProvider clock) : IRecurringJob
{
    private static readonly TimeSpan KeepSent = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeepFailed = TimeSpan.FromDays(90);

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var sentBefore = clock.GetUtcNow() - KeepSent;
        var failedBefore = clock.GetUtcNow() - KeepFailed;
        return JobOutcome.Of(
            ("sent_mails", await db.Set<QueuedMail>().Where(m => m.SentAt < sentBefore).ExecuteDeleteAsync(ct)),
            ("failed_mails", await db.Set<QueuedMail>().Where(m => m.FailedAt < failedBefore).ExecuteDeleteAsync(ct)));
    }
}
