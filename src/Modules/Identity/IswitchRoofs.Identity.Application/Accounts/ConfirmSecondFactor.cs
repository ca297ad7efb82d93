using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Second half: a code of the app proves that it has the secret.</summary>
/// <remarks>Other sessions end: they were opened with a password alone.</remarks>
public sealed record ConfirmSecondFactor(string? Code);

/// <param name="RecoveryCodes">Shown this once.</param>
public sealed record SecondFactorOn(IReadOnlyList<string> RecoveryCodes);

public sealed class ConfirmSecondFactorHandler(
    ISecondFactors secondFactors, IRepository<User> users, IRepository<Session> sessions, IRevocations revocations, ISecurityLog log, ICurrentUser caller,
    TimeProvider clock) : IUseCase
{
    public async Task<Result<SecondFactorOn>> HandleAsync(ConfirmSecondFactor request, CancellationToken ct)
    {
        var check = new Validation();
        var code = check.Text("code", request.Code, 20, required: true);
        if (check.Failed) return check.ToError();
        if (caller.Id is not { } id || await users.FindAsync(UserId.From(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        if (user.TwoFactorEnabled) return AccountErrors.SecondFactorOn();
        if (await secondFactors.ConfirmAsync(id, code!, ct) is not { } recoveryCodes) return AccountErrors.WrongCode();
        user.SetSecondFactor(true);
        log.Record("second_factor_on", id);
        var now = clock.GetUtcNow();
        var others = (await sessions.ListAsync(new OpenSessions(user.Id, now), ct)).Where(s => s.Id.Value != caller.SessionId).ToArray();
        foreach (var session in others) session.End(SessionEnd.SecondFactorChanged, now);
        await users.SaveChangesAsync(ct);
        foreach (var session in others) revocations.Announce(session.Id.Value);
        return new SecondFactorOn(recoveryCodes);
    }
}
