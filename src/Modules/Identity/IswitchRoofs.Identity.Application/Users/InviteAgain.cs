using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>Mails the invitation anew; the link before it works no more.</summary>
public sealed record InviteAgain(Guid Id, uint? IfVersion = null);

public sealed class InviteAgainHandler(
    IRepository<User> users, IReadRepository<Team> teams, AccountLinks links, IMailQueue mails, MailLayout layout, ISecurityLog log,
    ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<UserDetails>> HandleAsync(InviteAgain command, CancellationToken ct)
    {
        var user = await users.FindAsync(UserId.From(command.Id), ct);
        if (user is null) return UserErrors.NotFound(UserId.From(command.Id));
        if (command.IfVersion is { } version && version != user.Version) return Error.Stale(user.Version);
        var invited = user.InviteAgain(clock.GetUtcNow());
        if (invited.IsFailure) return invited.Error;
        mails.Enqueue(AccountMails.Invitation(layout, user, caller.Name, await links.InviteAsync(command.Id, ct)));
        log.Record("invited", command.Id, "again");
        await users.SaveChangesAsync(ct);
        return GetUserHandler.Details(user, await teams.ListAsync(new TeamsOfUser(command.Id), ct));
    }
}
