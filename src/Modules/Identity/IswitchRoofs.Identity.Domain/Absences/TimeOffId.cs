using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Absences;

public readonly record struct TimeOffId(Guid Value) : ITypedId<TimeOffId>
{
    public static TimeOffId New(DateTimeOffset now) => new(Uuid.New(now));

    public static TimeOffId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
