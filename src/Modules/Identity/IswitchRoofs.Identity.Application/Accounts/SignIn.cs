using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Opens a session for somebody who shows a password.</summary>
/// <param name="Browser">The pages' cookie instead of tokens.</param>
public sealed record SignIn(string? Email, string? Password, string? Device, bool Browser);

public sealed class SignInHandler(
    ICredentials credentials, IRepository<User> users, IReadRepository<Team> teams, IRepository<Session> sessions,
    ISessionProgress progress, ISecurityLog log, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<SignedIn>> HandleAsync(SignIn request, CancellationToken ct)
    {
        var validation = new Validation();
        var email = validation.Text("email", request.Email, 255, required: true);
        var device = validation.Text("device", request.Device, 100);
        if (string.IsNullOrEmpty(request.Password)) validation.Add("password", "is required.");
        if (validation.Failed) return validation.ToError();

        if (await credentials.VerifyAsync(email!.ToLowerInvariant(), request.Password!, ct) is not { } id) return AccountErrors.InvalidCredentials();
        var user = await users.FindAsync(UserId.From(id), ct);
        if (user is not { IsActive: true })
        {
            log.Record("sign_in_refused", id, "The account is disabled.");
            await users.SaveChangesAsync(ct);
            return AccountErrors.InvalidCredentials();
        }

        var kind = request.Browser ? SessionKind.Browser : SessionKind.Token;
        var session = Session.Open(user.Id, kind, device, caller.IpAddress, caller.UserAgent, clock.GetUtcNow());
        sessions.Add(session);
        log.Record("signed_in", id, kind == SessionKind.Browser ? "browser" : "token");
        await sessions.SaveChangesAsync(ct);
        await progress.NoteSignInAsync(id, ct);
        return SessionOf(session.Id.Value, user, await teams.ListAsync(new TeamsOfUser(id), ct));
    }

    internal static SignedIn SessionOf(Guid sessionId, User user, IEnumerable<Team> teams) =>
        new(sessionId, user.Id.Value, user.Name, user.Email, WireName.Of(user.Role), [.. teams.Select(t => t.Id.Value)]);
}
