using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>Creates a user who sets their own password by a mailed link (U5) and counts from then on.</summary>
public sealed record InviteUser(string? Email, string? Name, string? Role, string? Phone = null, IReadOnlyList<Guid>? TeamIds = null);

public sealed class InviteUserHandler(
    IRepository<User> users, IRepository<Team> teams, ICredentials credentials, AccountLinks links, IMailQueue mails, MailLayout layout,
    IPhoneNumbers phones, ISecurityLog log, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    private const int MostTeams = 50;

    public async Task<Result<UserDetails>> HandleAsync(InviteUser command, CancellationToken ct)
    {
        var added = await AddAsync(command, ct);
        if (added.IsFailure) return added.Error;
        var (user, own) = added.Value;
        mails.Enqueue(AccountMails.Invitation(layout, user, caller.Name, await links.InviteAsync(user.Id.Value, ct)));
        return await SaveAsync(ct) is { } refusal ? refusal : GetUserHandler.Details(user, own);
    }

    /// <summary>For the first administrator, whom nobody can invite by mail.</summary>
    internal async Task<Result<string>> WithoutMailAsync(InviteUser command, CancellationToken ct)
    {
        var added = await AddAsync(command, ct);
        if (added.IsFailure) return added.Error;
        var link = await links.InviteAsync(added.Value.User.Id.Value, ct);
        return await SaveAsync(ct) is { } refusal ? refusal : link;
    }

    private async Task<Result<(User User, IReadOnlyList<Team> Teams)>> AddAsync(InviteUser command, CancellationToken ct)
    {
        var check = new Validation();
        var email = check.Email("email", command.Email, required: true);
        var name = check.Text("name", command.Name, 200, required: true);
        var role = check.Enum<UserRole>("role", command.Role, required: true);
        var phone = ProfileFields.Phone(check, phones, command.Phone);
        var wanted = (command.TeamIds ?? []).Distinct().Select(TeamId.From).ToArray();
        if (wanted.Length > MostTeams) check.Add("team_ids", $"must hold at most {MostTeams} teams.");
        if (check.Failed) return check.ToError();
        var own = wanted.Length == 0 ? [] : await teams.ListAsync(new TeamsToJoin(wanted), ct);
        if (own.Count < wanted.Length)
        {
            check.Add("team_ids", "names a team that does not exist.");
            return check.ToError();
        }

        if (await users.AnyAsync(new UserByEmail(email!), ct)) return UserErrors.EmailTaken(email!);
        var now = clock.GetUtcNow();
        var user = User.Invite(UserId.New(now), email!, name!, role!.Value, phone, now);
        foreach (var team in own) team.Admit(user.Id, now);
        user.Announce(own, now);
        users.Add(user);
        credentials.AddWithoutPassword(user.Id.Value, email!);
        log.Record("invited", user.Id.Value, WireName.Of(role.Value));
        return (user, own);
    }

    private async Task<Error?> SaveAsync(CancellationToken ct)
    {
        try
        {
            await users.SaveChangesAsync(ct);
            return null;
        }
        catch (ConstraintViolatedException e) when (e.Constraint is "ux_users_email" or "ux_credentials_email")
        {
            return UserErrors.EmailTaken("this address");
        }
    }

    private sealed class TeamsToJoin : Specification<Team>
    {
        public TeamsToJoin(TeamId[] ids) => Query.Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id).AsTracking();
    }
}
