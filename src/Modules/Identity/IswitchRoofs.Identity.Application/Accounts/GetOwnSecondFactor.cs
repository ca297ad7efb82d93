using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

public sealed record GetOwnSecondFactor;

/// <param name="IsNeeded">The role needs one: it cannot be switched off.</param>
public sealed record OwnSecondFactor(bool IsOn, bool IsNeeded, int RecoveryCodesLeft);

public sealed class GetOwnSecondFactorHandler(
    ISecondFactors secondFactors, IReadRepository<User> users, IReadRepository<SignInPolicy> policies, ICurrentUser caller) : IUseCase
{
    public async Task<Result<OwnSecondFactor>> HandleAsync(GetOwnSecondFactor request, CancellationToken ct)
    {
        if (caller.Id is not { } id || await users.FirstOrDefaultAsync(new UserById(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        var policy = await policies.FirstOrDefaultAsync(new CurrentSignInPolicy(), ct);
        return new OwnSecondFactor(
            user.TwoFactorEnabled, policy?.RequiresSecondFactor(user.Role) == true, user.TwoFactorEnabled ? await secondFactors.CountRecoveryCodesAsync(id, ct) : 0);
    }
}
