using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace IswitchRoofs.Identity.Infrastructure.Mail;

/// <summary>
/// Sends what waits. Each mail is claimed by one sender of one host for a while and tried outside any transaction; a sender
/// that dies leaves its claim to run out. Only a death between the server's "taken" and our note of it sends a mail twice,
/// then with the same Message-Id.
/// </summary>
internal sealed class MailSender(
    IDbContextFactory<IdentityDbContext> contexts, IServiceScopeFactory scopes, IMailTransport transport, MailSettings settings, ICompanyFacts company, TimeProvider clock,
    ILogger<MailSender> logger) : BackgroundService
{
    internal const int Batch = 10;

    // Longer than a batch may take, with every step of the conversation running into its time limit.
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    while (await ComposeDueAsync(stoppingToken) > 0)
                    {
                    }

                    while (await SendDueAsync(stoppingToken) == Batch && !stoppingToken.IsCancellationRequested)
                    {
                    }
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // The rows are still there; the database may come back any moment.
                    logger.LogWarning("Mails wait: {Message}", e.GetBaseException().Message);
                    await Task.Delay(AfterFault, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    /// <summary>Makes mails of notifications; one host at a time.</summary>
    /// <returns>How many notifications were looked at.</returns>
    internal async Task<int> ComposeDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var isOurTurn = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended('notification-mails', 0)) AS \"Value\"").SingleAsync(ct);
        if (!isOurTurn) return 0;
        var looked = await scope.ServiceProvider.GetRequiredService<NotificationMailer>().ComposeDueAsync(ct);
        await transaction.CommitAsync(ct);
        return looked;
    }

    /// <returns>How many were taken up.</returns>
    internal async Task<int> SendDueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mails = await ClaimAsync(db, ct);
        if (mails.Count == 0) return 0;

        IMailSession? session = null;
        string? away = null;
        try
        {
            foreach (var mail in mails)
            {
                if (ct.IsCancellationRequested)
                {
                    mail.GiveBack();
                    await db.SaveChangesAsync(CancellationToken.None);
                    continue;
                }

                // Where one could not connect, the rest of the batch need not try.
                var error = away;
                if (error is null)
                {
                    try
                    {
                        if (session is { IsOpen: false })
                        {
                            await session.DisposeAsync();
                            session = null;
                        }

                        try
                        {
                            session ??= await transport.OpenAsync(CancellationToken.None);
                        }
                        catch (Exception e)
                        {
                            away = Describe(e);
                            throw;
                        }

                        await session.SendAsync(ToMessage(mail), CancellationToken.None);
                    }
                    catch (Exception e)
                    {
                        error = Describe(e);
                    }
                }

                await NoteAsync(db, mail, error);
            }
        }
        finally
        {
            if (session is not null) await session.DisposeAsync();
        }

        return mails.Count;
    }

    private async Task<List<QueuedMail>> ClaimAsync(IdentityDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
             UPDATE identity.mails SET claimed_until = {now + Claim}, attempts = attempts + 1
             WHERE id IN (SELECT id FROM identity.mails
                          WHERE next_try_at <= {now} AND (claimed_until IS NULL OR claimed_until < {now})
                          ORDER BY next_try_at LIMIT {Batch} FOR UPDATE SKIP LOCKED)
             RETURNING id AS "Value"
             """).ToListAsync(ct);
        if (ids.Count == 0) return [];
        var keys = ids.Select(MailId.From).ToArray();
        return await db.Set<QueuedMail>().AsTracking().Where(m => keys.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(ct);
    }

    // What was done is noted even while the host stops: an unnoted success would be sent again.
    private async Task NoteAsync(IdentityDbContext db, QueuedMail mail, string? error)
    {
        var now = clock.GetUtcNow();
        if (error is null)
        {
            mail.MarkSent(now);
            MailTelemetry.Sent.Add(1);
        }
        else if (mail.Refused(error, now))
        {
            MailTelemetry.Failed.Add(1);
            logger.LogError("Mail {MailId} ({Type}) failed for good after {Attempts} tries: {Error}", mail.Id, mail.Type, mail.Attempts, error);
            await TellAdminsAsync(db, mail, now);
        }
        else
        {
            MailTelemetry.Refused.Add(1);
            logger.LogWarning("Mail {MailId} ({Type}) will be tried again at {NextTryAt}: {Error}", mail.Id, mail.Type, mail.NextTryAt, error);
        }

        if (mail.NextTryAt is null && mail.UserId is not null)
        {
            foreach (var told in await db.Set<NotificationMail>().AsTracking().Where(m => m.MailId == mail.Id && m.State != MailProgress.Sent).ToListAsync())
                told.Settle(error is null ? MailProgress.Sent : MailProgress.Failed);
        }

        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            logger.LogWarning("Mail {MailId} was taken up by another sender, since this one took too long", mail.Id);
        }
    }

    private static async Task TellAdminsAsync(IdentityDbContext db, QueuedMail mail, DateTimeOffset now)
    {
        // One failing mail server fails many mails; one message an hour says enough.
        var since = now - TellAgainAfter;
        if (await db.Set<Notification>().AnyAsync(n => n.Type == NotificationType.System && n.EntityType == "mail" && n.CreatedAt > since)) return;
        var admins = await db.Set<User>().Where(u => u.Role == UserRole.Admin && u.IsActive).Select(u => u.Id).ToListAsync();
        foreach (var admin in admins)
        {
            db.Add(Notification.To(
                admin, NotificationType.System, NotificationPriority.High, "Mail could not be sent", $"\"{mail.Subject}\" was given up after {mail.Attempts} tries: {mail.LastError}",
                "mail", mail.Id.Value, now, now));
        }
    }

    private static string Describe(Exception e) =>
        e is OperationCanceledException or TimeoutException ? "The mail server did not answer in time." : e.GetBaseException().Message;

    private MimeMessage ToMessage(QueuedMail mail)
    {
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id.Value:N}@{settings.Sender.Domain}",
            Subject = mail.Subject,
            Date = mail.CreatedAt,
            Body = new BodyBuilder { HtmlBody = mail.Html, TextBody = mail.Text }.ToMessageBody(),
        };
        message.From.Add(settings.FromOf(company.Current.Name));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.UnsubscribeUrl is { } url)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{url}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }
}
