using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

public sealed record GetMe;

/// <summary>The caller, with everything a client needs to show the right doors.</summary>
public sealed record Me(
    Guid Id, string Email, string Name, string Role, string? Phone, IReadOnlyList<Guid> TeamIds, bool IsActive, string? Timezone, string Availability,
    DateTimeOffset? LastLoginAt, bool TwoFactorEnabled, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    IReadOnlyList<TeamOfUser> Teams, IReadOnlyCollection<string> Permissions);

public sealed class GetMeHandler(GetUserHandler users, GetTeamsOfUserHandler teams, IPermissionCatalog permissions, ICurrentUser caller) : IUseCase
{
    public async Task<Result<Me>> HandleAsync(GetMe request, CancellationToken ct)
    {
        if (caller.Id is not { } id) return AccountErrors.NotSignedIn();
        var user = await users.ReadAsync(id, ct);
        if (user.IsFailure) return user.Error;
        var own = await teams.HandleAsync(new GetTeamsOfUser(id), ct);
        if (own.IsFailure) return own.Error;
        var u = user.Value;
        return new Me(
            u.Id, u.Email, u.Name, u.Role, u.Phone, u.TeamIds, u.IsActive, u.Timezone, u.Availability, u.LastLoginAt, u.TwoFactorEnabled, u.CreatedAt, u.UpdatedAt,
            own.Value, [.. permissions.PermissionsOf(u.Role).Where(caller.Has)]);
    }
}
