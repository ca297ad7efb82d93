using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Mails a link that sets a new password (U5). Nobody learns from the answer whether the address is known.</summary>
public sealed record RequestPasswordReset(string? Email);

public sealed class RequestPasswordResetHandler(
    IReadRepository<User> users, IRepository<AccountLink> links, AccountLinks making, IMailQueue mails, MailLayout layout, ISecurityLog log, TimeProvider clock) : IUseCase
{
    /// <summary>Nobody's mailbox is filled by somebody else's impatience.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task<Result> HandleAsync(RequestPasswordReset request, CancellationToken ct)
    {
        var check = new Validation();
        var email = check.Email("email", request.Email, required: true);
        if (check.Failed) return check.ToError();

        var user = await users.FirstOrDefaultAsync(new UserByEmail(email!), ct);
        log.Record("password_forgotten", user?.Id.Value, user is null ? "There is no such user." : null);
        if (user is { IsActive: true } && !await links.AnyAsync(new FreshResets(user.Id, clock.GetUtcNow() - Pause), ct))
            mails.Enqueue(AccountMails.Reset(layout, user, await making.ResetAsync(user.Id.Value, ct)));
        await links.SaveChangesAsync(ct);
        return Result.Success();
    }

    private sealed class FreshResets : Specification<AccountLink>
    {
        public FreshResets(UserId user, DateTimeOffset since) =>
            Query.Where(l => l.UserId == user && l.Purpose == LinkPurpose.Reset && l.ClosedAt == null && l.CreatedAt > since);
    }
}
