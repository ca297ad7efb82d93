using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Signs one of the caller's devices out.</summary>
/// <param name="SessionId">Null for the session of this very request.</param>
public sealed record EndOwnSession(Guid? SessionId);

public sealed class EndOwnSessionHandler(IRepository<Session> sessions, EndSessionHandler ending, ICurrentUser caller) : IUseCase
{
    public async Task<Result> HandleAsync(EndOwnSession request, CancellationToken ct)
    {
        if ((request.SessionId ?? caller.SessionId) is not { } id) return Result.Success();
        var session = await sessions.FindAsync(SessionId.From(id), ct);
        if (session is null || session.UserId.Value != caller.Id || session.EndedAt is not null && request.SessionId is not null)
            return SessionErrors.NotFound(SessionId.From(id));
        var reason = id == caller.SessionId ? SessionEnd.SignedOut : SessionEnd.Revoked;
        return await ending.HandleAsync(new EndSession(id, WireName.Of(reason)), ct);
    }
}
