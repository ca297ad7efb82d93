using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Patching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

/// <summary>A merge patch of what people decide about themselves.</summary>
public sealed record ChangeOwnProfile(ProfilePatch Fields, uint? IfVersion = null);

public sealed record ProfilePatch
{
    public Optional<string?> Name { get; init; }
    public Optional<string?> Phone { get; init; }
    public Optional<string?> Timezone { get; init; }
}

public sealed class ChangeOwnProfileHandler(
    IRepository<User> users, IReadRepository<Team> teams, IPhoneNumbers phones, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<UserDetails>> HandleAsync(ChangeOwnProfile command, CancellationToken ct)
    {
        if (caller.Id is not { } id || await users.FindAsync(UserId.From(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        if (command.IfVersion is { } version && version != user.Version) return Error.Stale(user.Version);
        var check = new Validation();
        var name = check.Text("name", command.Fields.Name.Or(user.Name), 200, required: true);
        var phone = ProfileFields.Phone(check, phones, command.Fields.Phone.Or(user.Phone));
        var timezone = ProfileFields.Timezone(check, command.Fields.Timezone.Or(user.Timezone));
        if (check.Failed) return check.ToError();

        user.ChangeProfile(name!, phone, timezone);
        var own = await teams.ListAsync(new TeamsOfUser(id), ct);
        user.Announce(own, clock.GetUtcNow());
        await users.SaveChangesAsync(ct);
        return GetUserHandler.Details(user, own);
    }
}
