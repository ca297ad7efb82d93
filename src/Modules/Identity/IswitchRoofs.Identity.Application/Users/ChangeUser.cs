using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>A merge patch: absent fields stay, null clears. A new role ends the user's sessions (U2).</summary>
public sealed record ChangeUser(Guid Id, UserPatch Fields, uint? IfVersion = null);

public sealed record UserPatch
{
    public Optional<string?> Name { get; init; }
    public Optional<string?> Phone { get; init; }
    public Optional<string?> Timezone { get; init; }
    public Optional<string?> Role { get; init; }
    public Optional<string?> Availability { get; init; }
}

public sealed class ChangeUserHandler(
    IRepository<User> users, IReadRepository<Team> teams, IRepository<Session> sessions, IPhoneNumbers phones,
    IRevocations revocations, ISecurityLog log, TimeProvider clock) : IUseCase
{
    public async Task<Result<UserDetails>> HandleAsync(ChangeUser command, CancellationToken ct)
    {
        var user = await users.FindAsync(UserId.From(command.Id), ct);
        if (user is null) return UserErrors.NotFound(UserId.From(command.Id));
        if (command.IfVersion is { } version && version != user.Version) return Error.Stale(user.Version);

        var patch = command.Fields;
        var check = new Validation();
        var name = check.Text("name", patch.Name.Or(user.Name), 200, required: true);
        var phone = ProfileFields.Phone(check, phones, patch.Phone.Or(user.Phone));
        var timezone = ProfileFields.Timezone(check, patch.Timezone.Or(user.Timezone));
        var role = check.Enum<UserRole>("role", patch.Role.Or(WireName.Of(user.Role)), required: true);
        var availability = check.Enum<Availability>("availability", patch.Availability.Or(WireName.Of(user.Availability)), required: true);
        if (check.Failed) return check.ToError();
        if (user is { Role: UserRole.Admin, IsActive: true } && role != UserRole.Admin && !await users.AnyAsync(new ActiveAdmins(user.Id), ct)) return UserErrors.LastAdmin();

        var now = clock.GetUtcNow();
        IReadOnlyList<Session> open = [];
        user.ChangeProfile(name!, phone, timezone);
        user.SetAvailability(availability!.Value);
        if (role != user.Role)
        {
            log.Record("role_changed", command.Id, $"{WireName.Of(user.Role)} to {WireName.Of(role!.Value)}");
            user.ChangeRole(role.Value);
            open = await sessions.ListAsync(new OpenSessions(user.Id, now), ct);
            foreach (var session in open) session.End(SessionEnd.RoleChanged, now);
        }

        var own = await teams.ListAsync(new TeamsOfUser(command.Id), ct);
        user.Announce(own, now);
        if (await users.SaveUnlessLastAdminAsync(ct) is { } refusal) return refusal;
        foreach (var session in open) revocations.Announce(session.Id.Value);
        return GetUserHandler.Details(user, own);
    }
}
