using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

internal sealed class MailQueue(IdentityDbContext db, TimeProvider clock) : IMailQueue
{
    public void Enqueue(OutgoingMail mail) =>
        db.Add(QueuedMail.To(
            mail.ToAddress, mail.ToName, mail.Type, mail.Subject, mail.Html, mail.Text, clock.GetUtcNow(), mail.UserId, mail.UnsubscribeUrl, mail.DedupeKey));
}

internal sealed class MailMonitor(IDbContextFactory<IdentityDbContext> contexts, MailSettings settings, ICompanyFacts company, TimeProvider clock) : IMailMonitor
{
    public MailRoute Route => settings.RouteOf(company.Current.Name);

    public async Task<MailState> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var dayAgo = now.AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var waiting = await db.Set<QueuedMail>().Where(m => m.NextTryAt != null).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Oldest = g.Min(m => m.NextTryAt) }).SingleOrDefaultAsync(ct);
        var failed = await db.Set<QueuedMail>().Where(m => m.FailedAt != null).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), LastDay = g.Count(m => m.FailedAt > dayAgo) }).SingleOrDefaultAsync(ct);
        var sent = await db.Set<QueuedMail>().CountAsync(m => m.SentAt > dayAgo, ct);
        return new MailState(waiting?.Count ?? 0, waiting?.Oldest is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0, sent, failed?.Count ?? 0, failed?.LastDay ?? 0);
    }
}
