using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>After a long outage: everything that was given up, once more.</summary>
public sealed record RetryFailedMails;

public sealed record RetriedMails(int Count);

public sealed class RetryFailedMailsHandler(IRepository<QueuedMail> mails, ISecurityLog log, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<RetriedMails>> HandleAsync(RetryFailedMails command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var failed = await mails.ListAsync(new Failed(), ct);
        foreach (var mail in failed) mail.TryAgain(now);
        if (failed.Count > 0) log.Record("mails_retried", caller.Id, $"{failed.Count} mails");
        await mails.SaveChangesAsync(ct);
        return new RetriedMails(failed.Count);
    }

    private sealed class Failed : Specification<QueuedMail>
    {
        // More than these wait for the next press of the button.
        private const int AtOnce = 1_000;

        public Failed() => Query.Where(m => m.FailedAt != null).OrderByDescending(m => m.FailedAt).ThenByDescending(m => m.Id).Take(AtOnce).AsTracking();
    }
}
