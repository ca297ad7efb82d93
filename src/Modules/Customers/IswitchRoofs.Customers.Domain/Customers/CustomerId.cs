using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Customers.Domain.Customers;

public readonly record struct CustomerId(Guid Value) : ITypedId<CustomerId>
{
    public static CustomerId New(DateTimeOffset now) => new(Uuid.New(now));

    public static CustomerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
