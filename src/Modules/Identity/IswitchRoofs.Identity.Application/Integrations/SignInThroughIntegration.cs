using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>Opens the session that an authorization code promised to somebody who had signed in on the page.</summary>
public sealed record SignInThroughIntegration(Guid SessionId, Guid UserId, Guid IntegrationId, string IntegrationName);

public sealed class SignInThroughIntegrationHandler(
    IReadRepository<User> users, IReadRepository<Team> teams, IRepository<Session> sessions, IReadRepository<SignInPolicy> policies, ISecurityLog log,
    ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<SignedIn>> HandleAsync(SignInThroughIntegration request, CancellationToken ct)
    {
        var user = await users.FirstOrDefaultAsync(new UserById(request.UserId), ct);
        if (user is not { IsActive: true }) return AccountErrors.InvalidCredentials();
        sessions.Add(Session.OpenFor(
            SessionId.From(request.SessionId), user.Id, IntegrationId.From(request.IntegrationId), request.IntegrationName, caller.IpAddress, caller.UserAgent, clock.GetUtcNow()));
        log.Record("signed_in", request.UserId, $"through {request.IntegrationName}");
        await sessions.SaveChangesAsync(ct);
        var policy = await policies.FirstOrDefaultAsync(new CurrentSignInPolicy(), ct);
        return SignInHandler.SessionOf(request.SessionId, user, await teams.ListAsync(new TeamsOfUser(request.UserId), ct), policy);
    }
}
