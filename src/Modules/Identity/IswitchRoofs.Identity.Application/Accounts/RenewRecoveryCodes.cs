using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>New recovery codes in place of the old ones, which stop at once; a stolen session alone is not enough.</summary>
/// <param name="CurrentPassword">Or <paramref name="Code"/>.</param>
/// <param name="Code">Of the app, or one of the old recovery codes.</param>
public sealed record RenewRecoveryCodes(string? CurrentPassword, string? Code = null);

/// <param name="RecoveryCodes">Shown this once.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> RecoveryCodes);

public sealed class RenewRecoveryCodesHandler(
    ISecondFactors secondFactors, ICredentials credentials, IRepository<User> users, ISecurityLog log, ICurrentUser caller) : IUseCase
{
    public async Task<Result<NewRecoveryCodes>> HandleAsync(RenewRecoveryCodes request, CancellationToken ct)
    {
        var check = new Validation();
        var code = check.Text("code", request.Code, 30);
        if (code is null && string.IsNullOrEmpty(request.CurrentPassword)) check.Add("current_password", "is required, or a code of your app.");
        if (check.Failed) return check.ToError();
        if (caller.Id is not { } id || await users.FirstOrDefaultAsync(new UserById(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        if (!user.TwoFactorEnabled) return AccountErrors.SecondFactorOff();
        if (code is null)
        {
            if (!await credentials.VerifyAsync(id, request.CurrentPassword!, ct)) return AccountErrors.WrongPassword();
        }
        else if (await credentials.IsLockedAsync(id, ct))
        {
            return AccountErrors.WrongCode();
        }
        else if (!await secondFactors.UseAsync(id, code, ct))
        {
            await credentials.CountFailureAsync(id, ct);
            return AccountErrors.WrongCode();
        }

        var codes = await secondFactors.RenewRecoveryCodesAsync(id, ct);
        log.Record("recovery_codes_renewed", id);
        await users.SaveChangesAsync(ct);
        return new NewRecoveryCodes(codes);
    }
}
