using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Integrations;

public readonly record struct IntegrationId(Guid Value) : ITypedId<IntegrationId>
{
    public static IntegrationId New(DateTimeOffset now) => new(Uuid.New(now));

    public static IntegrationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
