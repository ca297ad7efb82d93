using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Notifications;

public readonly record struct NotificationId(Guid Value) : ITypedId<NotificationId>
{
    public static NotificationId New(DateTimeOffset now) => new(Uuid.New(now));

    public static NotificationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
