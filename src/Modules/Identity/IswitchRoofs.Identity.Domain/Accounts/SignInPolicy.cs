using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Accounts;

/// <summary>What the company asks of everybody who signs in; there is one, and none means the defaults.</summary>
public sealed class SignInPolicy : AggregateRoot
{
    /// <summary>U3.</summary>
    public const int AllowedFailures = 5;
    public static readonly TimeSpan FailureWindow = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public static readonly SignInPolicyId TheOne = SignInPolicyId.From(new Guid("01900000-0000-7000-8000-000000000001"));

    private SignInPolicy()
    {
    }

    public SignInPolicyId Id { get; private set; }

    /// <summary>Wire names of the roles that need a second factor (U4).</summary>
    public string[] SecondFactorRoles { get; private set; } = [];

    public static SignInPolicy Default() => new() { Id = TheOne };

    public void RequireSecondFactor(IEnumerable<UserRole> roles) => SecondFactorRoles = [.. roles.Distinct().Order().Select(WireName.Of)];

    public bool RequiresSecondFactor(UserRole role) => SecondFactorRoles.Contains(WireName.Of(role));
}

/// <summary>Only to be read.</summary>
public sealed class CurrentSignInPolicy : Specification<SignInPolicy>
{
    public CurrentSignInPolicy() => Query.Where(p => p.Id == SignInPolicy.TheOne);
}
