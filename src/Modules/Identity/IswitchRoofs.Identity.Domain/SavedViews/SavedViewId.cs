using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.SavedViews;

public readonly record struct SavedViewId(Guid Value) : ITypedId<SavedViewId>
{
    public static SavedViewId New(DateTimeOffset now) => new(Uuid.New(now));

    public static SavedViewId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
