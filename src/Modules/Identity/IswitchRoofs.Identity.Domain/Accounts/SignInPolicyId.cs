using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Accounts;

public readonly record struct SignInPolicyId(Guid Value) : ITypedId<SignInPolicyId>
{
    public static SignInPolicyId New(DateTimeOffset now) => new(Uuid.New(now));

    public static SignInPolicyId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
