using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>First half: a secret for the app. It counts once a code of it was shown; asked again within ten minutes it is the same.</summary>
public sealed record SetUpSecondFactor;

public sealed class SetUpSecondFactorHandler(ISecondFactors secondFactors, IRepository<User> users, ICurrentUser caller) : IUseCase
{
    public async Task<Result<SecondFactorSecret>> HandleAsync(SetUpSecondFactor request, CancellationToken ct)
    {
        if (caller.Id is not { } id || await users.FirstOrDefaultAsync(new UserById(id), ct) is not { } user) return AccountErrors.NotSignedIn();
        if (user.TwoFactorEnabled) return AccountErrors.SecondFactorOn();
        var secret = await secondFactors.BeginAsync(id, user.Email, ct);
        await users.SaveChangesAsync(ct);
        return secret;
    }
}
