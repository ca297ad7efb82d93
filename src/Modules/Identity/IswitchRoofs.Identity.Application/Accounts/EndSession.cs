using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Ends any session: the token server and the pages call it for a session that they have proof of.</summary>
/// <param name="Reason">Wire name, e.g. <c>signed_out</c>.</param>
public sealed record EndSession(Guid SessionId, string Reason);

public sealed class EndSessionHandler(IRepository<Session> sessions, IRevocations revocations, ISecurityLog log, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(EndSession request, CancellationToken ct)
    {
        var session = await sessions.FindAsync(SessionId.From(request.SessionId), ct);
        if (session is null || !WireName.TryParse<SessionEnd>(request.Reason, out var reason)) return Result.Success();
        if (session.EndedAt is null)
        {
            session.End(reason, clock.GetUtcNow());
            log.Record(reason switch { SessionEnd.SignedOut => "signed_out", SessionEnd.TokenReused => "token_reused", _ => "session_revoked" }, session.UserId.Value);
            await sessions.SaveChangesAsync(ct);
        }

        revocations.Announce(request.SessionId);
        return Result.Success();
    }
}
