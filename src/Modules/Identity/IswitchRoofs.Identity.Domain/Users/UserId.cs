using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Users;

public readonly record struct UserId(Guid Value) : ITypedId<UserId>
{
    public static UserId New(DateTimeOffset now) => new(Uuid.New(now));

    public static UserId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
