using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Opens a session for somebody who shows a password, and a second factor if they have one.</summary>
/// <param name="Browser">The pages' cookie instead of tokens.</param>
/// <param name="Otp">A code of the app or a recovery code.</param>
/// <param name="Proof">Instead of e-mail and password: from the first step, when that answered one.</param>
public sealed record SignIn(string? Email, string? Password, string? Device, bool Browser, string? Otp = null, string? Proof = null);

/// <param name="SignedIn">Null when the second factor is still to be shown.</param>
/// <param name="Proof">Goes into the second step instead of e-mail and password.</param>
public sealed record SignInStep(SignedIn? SignedIn, string? Proof = null);

public sealed class SignInHandler(
    ICredentials credentials, ISecondFactors secondFactors, ISignInProofs proofs, IRepository<User> users, IReadRepository<Team> teams, IRepository<Session> sessions,
    IReadRepository<SignInPolicy> policies, ISessionProgress progress, ISecurityLog log, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<SignInStep>> HandleAsync(SignIn request, CancellationToken ct)
    {
        var validation = new Validation();
        var email = validation.Text("email", request.Email, 255, required: request.Proof is null);
        var device = validation.Text("device", request.Device, 100);
        var otp = validation.Text("otp", request.Otp, 20, required: request.Proof is not null);
        if (request.Proof is null && string.IsNullOrEmpty(request.Password)) validation.Add("password", "is required.");
        if (validation.Failed) return validation.ToError();

        var proof = request.Proof is null
            ? await credentials.VerifyAsync(email!.ToLowerInvariant(), request.Password!, ct)
            : proofs.Read(request.Proof) is { } shown ? await credentials.ResumeAsync(shown, ct) : null;
        if (proof is null) return AccountErrors.InvalidCredentials();
        var id = proof.UserId;
        var user = await users.FindAsync(UserId.From(id), ct);
        if (user is not { IsActive: true })
        {
            log.Record("sign_in_refused", id, "The account is disabled.");
            await users.SaveChangesAsync(ct);
            return AccountErrors.InvalidCredentials();
        }

        if (user.TwoFactorEnabled)
        {
            if (otp is null) return new SignInStep(null, proofs.Create(proof));
            if (!await secondFactors.UseAsync(id, otp, ct))
            {
                await credentials.CountFailureAsync(id, ct);
                return AccountErrors.InvalidCredentials();
            }
        }

        if (proof.HasFailures) await credentials.ForgiveAsync(id, ct);
        return await OpenAsync(user, request.Browser, device, ct);
    }

    /// <summary>After the second factor was set up in a session that was good for nothing else: the same device goes on in a full one.</summary>
    internal async Task<Result<SignInStep>> OpenAsync(User user, bool browser, string? device, CancellationToken ct)
    {
        var kind = browser ? SessionKind.Browser : SessionKind.Token;
        var session = Session.Open(user.Id, kind, device, caller.IpAddress, caller.UserAgent, clock.GetUtcNow());
        sessions.Add(session);
        log.Record("signed_in", user.Id.Value, kind == SessionKind.Browser ? "browser" : "token");
        await sessions.SaveChangesAsync(ct);
        if (!await progress.NoteSignInAsync(user.Id.Value, WireName.Of(user.Role), ct))
        {
            // Disabled or given another role while this ran: whoever did that could not see the session yet.
            session.End(SessionEnd.Revoked, clock.GetUtcNow());
            await sessions.SaveChangesAsync(ct);
            return AccountErrors.InvalidCredentials();
        }

        var policy = await policies.FirstOrDefaultAsync(new CurrentSignInPolicy(), ct);
        return new SignInStep(SessionOf(session.Id.Value, user, await teams.ListAsync(new TeamsOfUser(user.Id.Value), ct), policy));
    }

    internal static SignedIn SessionOf(Guid sessionId, User user, IEnumerable<Team> teams, SignInPolicy? policy) =>
        new(sessionId, user.Id.Value, user.Name, user.Email, WireName.Of(user.Role), [.. teams.Select(t => t.Id.Value)],
            !user.TwoFactorEnabled && policy?.RequiresSecondFactor(user.Role) == true);
}
