using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Goes on with a session whose refresh token is genuine and unused, with the user's facts of today.</summary>
/// <param name="Generation">Of the refresh token.</param>
public sealed record ContinueSession(Guid SessionId, int Generation);

/// <param name="EndsAt">When the family of tokens ends, whatever happens.</param>
public sealed record ContinuedSession(SignedIn SignedIn, DateTimeOffset EndsAt);

public sealed class ContinueSessionHandler(
    ISessionProgress progress, IReadRepository<User> users, IReadRepository<Team> teams,
    IReadRepository<SignInPolicy> policies, EndSessionHandler ending) : IUseCase
{
    public async Task<Result<ContinuedSession>> HandleAsync(ContinueSession request, CancellationToken ct)
    {
        var step = await progress.AdvanceAsync(request.SessionId, request.Generation, ct);
        if (step.Outcome == SessionStepOutcome.Reused)
        {
            await ending.HandleAsync(new EndSession(request.SessionId, WireName.Of(SessionEnd.TokenReused)), ct);
            return AccountErrors.InvalidRefreshToken();
        }

        if (step.Outcome == SessionStepOutcome.Over) return AccountErrors.InvalidRefreshToken();
        var user = await users.FirstOrDefaultAsync(new UserById(step.UserId), ct);
        if (user is not { IsActive: true }) return AccountErrors.InvalidRefreshToken();
        var own = await teams.ListAsync(new TeamsOfUser(step.UserId), ct);
        var policy = await policies.FirstOrDefaultAsync(new CurrentSignInPolicy(), ct);
        return new ContinuedSession(SignInHandler.SessionOf(request.SessionId, user, own, policy), step.EndsAt);
    }
}
