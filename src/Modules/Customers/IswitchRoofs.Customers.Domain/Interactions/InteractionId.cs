using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Customers.Domain.Interactions;

public readonly record struct InteractionId(Guid Value) : ITypedId<InteractionId>
{
    public static InteractionId New(DateTimeOffset now) => new(Uuid.New(now));

    public static InteractionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
