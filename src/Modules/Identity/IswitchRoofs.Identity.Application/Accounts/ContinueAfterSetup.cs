using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>A browser whose session could only set up the second factor gets a full one in its place.</summary>
public sealed record ContinueAfterSetup;

public sealed class ContinueAfterSetupHandler(SignInHandler signIn, EndOwnSessionHandler ending, IRepository<User> users, ICurrentUser caller) : IUseCase
{
    public async Task<Result<SignedIn>> HandleAsync(ContinueAfterSetup request, CancellationToken ct)
    {
        if (caller.Id is not { } id || await users.FindAsync(UserId.From(id), ct) is not { IsActive: true, TwoFactorEnabled: true } user) return AccountErrors.NotSignedIn();
        var opened = await signIn.OpenAsync(user, browser: true, device: null, ct);
        if (opened.IsFailure) return opened.Error;
        await ending.HandleAsync(new EndOwnSession(null), ct);
        return opened.Value.SignedIn!;
    }
}
