using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

public sealed record ListOwnSessions;

/// <param name="Kind"><c>token</c> or <c>browser</c>.</param>
/// <param name="Current">The session of this very request.</param>
public sealed record SessionRow(
    Guid Id, string Kind, string? Device, string? IpAddress, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, bool Current);

public sealed record SessionList(IReadOnlyList<SessionRow> Items);

public sealed class ListOwnSessionsHandler(IReadRepository<Session> sessions, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<SessionList>> HandleAsync(ListOwnSessions request, CancellationToken ct)
    {
        if (caller.Id is not { } id) return AccountErrors.NotSignedIn();
        var open = await sessions.ListAsync(new OpenSessions(UserId.From(id), clock.GetUtcNow()), ct);
        return new SessionList([.. open.OrderByDescending(s => s.LastSeenAt).Select(s => new SessionRow(
            s.Id.Value, WireName.Of(s.Kind), s.Device, s.IpAddress, s.UserAgent, s.CreatedAt, s.LastSeenAt, s.ExpiresAt, s.Id.Value == caller.SessionId))]);
    }
}
