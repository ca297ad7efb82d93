using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Analytics.Domain.Rebuilds;

public readonly record struct RebuildId(Guid Value) : ITypedId<RebuildId>
{
    public static RebuildId New(DateTimeOffset now) => new(Uuid.New(now));

    public static RebuildId From(Guid value) => new(value);
}
