using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Users;

public sealed record GetUser(Guid Id);

public sealed class GetUserHandler(IReadRepository<User> users, IReadRepository<Team> teams, ICurrentUser caller) : IUseCase
{
    /// <summary>Oneself always; others with <c>users.read</c>.</summary>
    public async Task<Result<UserDetails>> HandleAsync(GetUser request, CancellationToken ct) =>
        request.Id != caller.Id && !caller.Has(IdentityPermissions.ReadUsers)
            ? UserErrors.NotFound(UserId.From(request.Id))
            : await ReadAsync(request.Id, ct);

    internal async Task<Result<UserDetails>> ReadAsync(Guid id, CancellationToken ct)
    {
        var user = await users.FirstOrDefaultAsync(new UserById(id), ct);
        if (user is null) return UserErrors.NotFound(UserId.From(id));
        return Details(user, await teams.ListAsync(new TeamsOfUser(id), ct));
    }

    internal static UserDetails Details(User u, IEnumerable<Team> teams) => new(
        u.Id.Value, u.Email, u.Name, WireName.Of(u.Role), u.Phone,
        [.. teams.Where(t => t.MemberIds.Contains(u.Id.Value)).Select(t => t.Id.Value)],
        u.IsActive, u.Timezone, WireName.Of(u.Availability), u.LastLoginAt, u.TwoFactorEnabled, u.InvitedAt, u.CreatedAt, u.UpdatedAt, u.Version);
}
