using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Accounts;

public readonly record struct AccountLinkId(Guid Value) : ITypedId<AccountLinkId>
{
    public static AccountLinkId New(DateTimeOffset now) => new(Uuid.New(now));

    public static AccountLinkId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
