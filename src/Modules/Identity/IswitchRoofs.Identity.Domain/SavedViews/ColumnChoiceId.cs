using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.SavedViews;

public readonly record struct ColumnChoiceId(Guid Value) : ITypedId<ColumnChoiceId>
{
    public static ColumnChoiceId New(DateTimeOffset now) => new(Uuid.New(now));

    public static ColumnChoiceId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
