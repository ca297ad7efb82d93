using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Mail;

/// <summary>Sends a mail that was given up once more, with four tries as at first.</summary>
public sealed record RetryMail(Guid Id);

public sealed class RetryMailHandler(IRepository<QueuedMail> mails, ISecurityLog log, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(RetryMail command, CancellationToken ct)
    {
        var mail = await mails.FindAsync(MailId.From(command.Id), ct);
        if (mail is null) return MailErrors.NotFound(MailId.From(command.Id));
        if (mail.TryAgain(clock.GetUtcNow()) is { IsFailure: true } refused) return refused;
        log.Record("mail_retried", mail.UserId, $"mail {mail.Id} ({mail.Type})");
        await mails.SaveChangesAsync(ct);
        return Result.Success();
    }
}
