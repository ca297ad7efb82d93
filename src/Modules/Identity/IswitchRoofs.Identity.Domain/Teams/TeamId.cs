using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Teams;

public readonly record struct TeamId(Guid Value) : ITypedId<TeamId>
{
    public static TeamId New(DateTimeOffset now) => new(Uuid.New(now));

    public static TeamId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
