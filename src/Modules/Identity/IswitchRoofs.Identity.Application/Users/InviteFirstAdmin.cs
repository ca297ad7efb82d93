using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>For whoever runs the server: an administrator's invitation as a link, without a mail and without a caller.</summary>
public sealed record InviteFirstAdmin(string? Email, string? Name);

/// <param name="Link">Works once, for 72 hours.</param>
public sealed record AdminInvitation(string Link);

public sealed class InviteFirstAdminHandler(InviteUserHandler inviting, IRepository<User> users, AccountLinks links, ISecurityLog log, TimeProvider clock) : IUseCase
{
    public async Task<Result<AdminInvitation>> HandleAsync(InviteFirstAdmin command, CancellationToken ct)
    {
        // Asked again because the first link was lost: the invitation is the same, the link is new.
        if (command.Email?.Trim().ToLowerInvariant() is { } email
            && await users.FirstOrDefaultAsync(new UserByEmail(email), ct) is { InvitedAt: not null, Role: UserRole.Admin } known)
        {
            var pending = await users.FindAsync(known.Id, ct);
            pending!.InviteAgain(clock.GetUtcNow());
            var link = await links.InviteAsync(known.Id.Value, ct);
            log.Record("invited", known.Id.Value, "again");
            await users.SaveChangesAsync(ct);
            return new AdminInvitation(link);
        }

        var invited = await inviting.WithoutMailAsync(new InviteUser(command.Email, command.Name, WireName.Of(UserRole.Admin)), ct);
        return invited.IsFailure ? invited.Error : new AdminInvitation(invited.Value);
    }
}
