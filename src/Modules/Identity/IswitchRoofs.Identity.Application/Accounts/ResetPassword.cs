using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Sets a password with the link from a mail, once: after it was forgotten, or for the first time, which accepts the invitation (U5).</summary>
public sealed record ResetPassword(string? Token, string? NewPassword);

public sealed class ResetPasswordHandler(
    IRepository<AccountLink> links, IRepository<User> users, IReadRepository<Team> teams, IRepository<Session> sessions, ICredentials credentials,
    ILinkTokens tokens, IMailQueue mails, MailLayout layout, IRevocations revocations, ISecurityLog log, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(ResetPassword request, CancellationToken ct)
    {
        var check = new Validation();
        check.Text("token", request.Token, 1_000, required: true);
        if (string.IsNullOrEmpty(request.NewPassword)) check.Add("new_password", "is required.");
        if (check.Failed) return check.ToError();

        var now = clock.GetUtcNow();
        if (tokens.Read(request.Token) is not { } token
            || await links.FindAsync(AccountLinkId.From(token.LinkId), ct) is not { } link
            || !link.IsGood(token.SecretHash, now)
            || await users.FindAsync(link.UserId, ct) is not { } user) return AccountErrors.InvalidLink();
        foreach (var objection in PasswordRules.Objections(request.NewPassword!, user.Email, user.Name)) check.Add("new_password", objection);
        if (check.Failed) return check.ToError();

        var id = user.Id.Value;
        if (link.Purpose == LinkPurpose.Invite)
        {
            if (user.AcceptInvitation().IsFailure) return AccountErrors.InvalidLink();
            user.Announce(await teams.ListAsync(new TeamsOfUser(id), ct), now);
        }
        else if (!user.IsActive)
        {
            return AccountErrors.InvalidLink();
        }

        var replaced = await credentials.ReplaceAsync(id, user.Name, request.NewPassword!, ct);
        if (replaced.IsFailure) return replaced.Error;
        foreach (var other in await links.ListAsync(new OpenLinks(user.Id), ct)) other.Close(now);
        var open = await sessions.ListAsync(new OpenSessions(user.Id, now), ct);
        foreach (var session in open) session.End(SessionEnd.PasswordChanged, now);
        if (link.Purpose == LinkPurpose.Reset) mails.Enqueue(AccountMails.PasswordChanged(layout, user));
        log.Record(link.Purpose == LinkPurpose.Invite ? "invitation_accepted" : "password_reset", id);
        try
        {
            await links.SaveChangesAsync(ct);
        }
        catch (ConcurrentChangeException)
        {
            // Somebody used the same link at the same moment: it works once.
            return AccountErrors.InvalidLink();
        }

        foreach (var session in open) revocations.Announce(session.Id.Value);
        return Result.Success();
    }
}
