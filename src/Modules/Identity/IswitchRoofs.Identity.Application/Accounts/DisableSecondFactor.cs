using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Switches one's own second factor off; a stolen session alone is not enough.</summary>
public sealed record DisableSecondFactor(string? CurrentPassword);

public sealed class DisableSecondFactorHandler(
    ISecondFactors secondFactors, ICredentials credentials, IRepository<User> users, IReadRepository<SignInPolicy> policies, ISecurityLog log, ICurrentUser caller) : IUseCase
{
    public async Task<Result> HandleAsync(DisableSecondFactor request, CancellationToken ct)
    {
        var check = new Validation();
        if (string.IsNullOrEmpty(request.CurrentPassword)) check.Add("current_password", "is required.");
        if (check.Failed) return check.ToError();
        if (caller.Id is not { } id || await users.FindAsync(UserId.From(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        if (!await credentials.VerifyAsync(id, request.CurrentPassword!, ct)) return AccountErrors.WrongPassword();
        if (!user.TwoFactorEnabled) return Result.Success();
        if ((await policies.FirstOrDefaultAsync(new CurrentSignInPolicy(), ct))?.RequiresSecondFactor(user.Role) == true) return AccountErrors.SecondFactorNeeded();
        user.SetSecondFactor(false);
        await secondFactors.RemoveAsync(id, ct);
        log.Record("second_factor_off", id);
        await users.SaveChangesAsync(ct);
        return Result.Success();
    }
}
