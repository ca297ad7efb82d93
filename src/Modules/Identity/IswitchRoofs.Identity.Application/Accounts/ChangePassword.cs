using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Ends every other session of the caller: whoever knew the old password is out.</summary>
public sealed record ChangePassword(string? CurrentPassword, string? NewPassword);

public sealed class ChangePasswordHandler(
    ICredentials credentials, IReadRepository<User> users, IRepository<Session> sessions,
    IRevocations revocations, ISecurityLog log, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(ChangePassword request, CancellationToken ct)
    {
        var validation = new Validation();
        if (string.IsNullOrEmpty(request.CurrentPassword)) validation.Add("current_password", "is required.");
        if (string.IsNullOrEmpty(request.NewPassword)) validation.Add("new_password", "is required.");
        if (validation.Failed) return validation.ToError();

        if (caller.Id is not { } id || await users.FirstOrDefaultAsync(new UserById(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        foreach (var objection in PasswordRules.Objections(request.NewPassword!, user.Email, user.Name)) validation.Add("new_password", objection);
        if (validation.Failed) return validation.ToError();
        if (!await credentials.VerifyAsync(id, request.CurrentPassword!, ct)) return AccountErrors.WrongPassword();

        var replaced = await credentials.ReplaceAsync(id, user.Name, request.NewPassword!, ct);
        if (replaced.IsFailure) return replaced.Error;
        var open = (await sessions.ListAsync(new OpenSessions(user.Id, clock.GetUtcNow()), ct)).Where(s => s.Id.Value != caller.SessionId).ToArray();
        foreach (var session in open) session.End(SessionEnd.PasswordChanged, clock.GetUtcNow());
        log.Record("password_changed", id);
        await sessions.SaveChangesAsync(ct);
        foreach (var session in open) revocations.Announce(session.Id.Value);
        return Result.Success();
    }
}
