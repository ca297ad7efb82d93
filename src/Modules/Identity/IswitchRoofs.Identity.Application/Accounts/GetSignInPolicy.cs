using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Accounts;

public sealed record GetSignInPolicy;

/// <param name="SecondFactorRoles">Roles that must sign in with a second factor.</param>
/// <param name="AllowedFailures">So many wrong sign-ins in the window lock an account.</param>
public sealed record SignInPolicyDetails(
    IReadOnlyList<string> SecondFactorRoles, int AllowedFailures, int FailureWindowMinutes, int LockMinutes, int BrowserIdleHours, int TokenIdleDays, int LongestSessionDays);

public sealed class GetSignInPolicyHandler(IReadRepository<SignInPolicy> policies) : IUseCase
{
    public async Task<Result<SignInPolicyDetails>> HandleAsync(GetSignInPolicy request, CancellationToken ct) =>
        Details(await policies.FirstOrDefaultAsync(new CurrentSignInPolicy(), ct));

    internal static SignInPolicyDetails Details(SignInPolicy? policy) => new(
        policy?.SecondFactorRoles ?? [], SignInPolicy.AllowedFailures, (int)SignInPolicy.FailureWindow.TotalMinutes, (int)SignInPolicy.LockTime.TotalMinutes,
        (int)Domain.Sessions.Session.BrowserIdle.TotalHours, (int)Domain.Sessions.Session.TokenIdle.TotalDays, (int)Domain.Sessions.Session.Longest.TotalDays);
}
