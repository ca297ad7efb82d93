using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>Whoever needs a second factor from now on and has none is signed out, and led to it at the next sign-in.</summary>
public sealed record ChangeSignInPolicy(IReadOnlyList<string?>? SecondFactorRoles);

public sealed class ChangeSignInPolicyHandler(
    IRepository<SignInPolicy> policies, IReadRepository<User> users, IRepository<Session> sessions, IRevocations revocations, ISecurityLog log,
    ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<SignInPolicyDetails>> HandleAsync(ChangeSignInPolicy command, CancellationToken ct)
    {
        var check = new Validation();
        if (command.SecondFactorRoles is null) check.Add("second_factor_roles", "is required; an empty list asks nobody.");
        var roles = (command.SecondFactorRoles ?? []).Select((name, i) => check.Enum<UserRole>($"second_factor_roles[{i}]", name, required: true)).ToArray();
        if (check.Failed) return check.ToError();

        var policy = await policies.FindAsync(SignInPolicy.TheOne, ct);
        if (policy is null) policies.Add(policy = SignInPolicy.Default());
        var added = roles.Select(r => r!.Value).Where(r => !policy.RequiresSecondFactor(r)).Distinct().ToArray();
        policy.RequireSecondFactor(roles.Select(r => r!.Value));

        var without = added.Length == 0 ? [] : await users.ListAsync(new WithoutSecondFactor(added), ct);
        if (without.Any(u => u.Id.Value == caller.Id)) return AccountErrors.OwnSecondFactorFirst();
        var now = clock.GetUtcNow();
        var open = without.Count == 0 ? [] : await sessions.ListAsync(new OpenSessionsOfMany([.. without.Select(u => u.Id)], now), ct);
        foreach (var session in open) session.End(SessionEnd.SecondFactorChanged, now);
        log.Record("sign_in_policy_changed", null, $"Second factor for: {string.Join(", ", policy.SecondFactorRoles)}");
        await policies.SaveChangesAsync(ct);
        foreach (var session in open) revocations.Announce(session.Id.Value);
        return GetSignInPolicyHandler.Details(policy);
    }

    private sealed class WithoutSecondFactor : Specification<User>
    {
        public WithoutSecondFactor(UserRole[] roles) => Query.Where(u => roles.Contains(u.Role) && !u.TwoFactorEnabled).OrderBy(u => u.Id);
    }

    private sealed class OpenSessionsOfMany : Specification<Session>
    {
        public OpenSessionsOfMany(UserId[] people, DateTimeOffset now) =>
            Query.Where(s => people.Contains(s.UserId) && s.EndedAt == null && s.ExpiresAt > now).OrderBy(s => s.Id).AsTracking();
    }
}
