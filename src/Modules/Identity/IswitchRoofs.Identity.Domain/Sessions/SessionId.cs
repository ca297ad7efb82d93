using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Sessions;

public readonly record struct SessionId(Guid Value) : ITypedId<SessionId>
{
    public static SessionId New(DateTimeOffset now) => new(Uuid.New(now));

    public static SessionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
