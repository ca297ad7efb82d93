using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Mails;

public readonly record struct MailId(Guid Value) : ITypedId<MailId>
{
    public static MailId New(DateTimeOffset now) => new(Uuid.New(now));

    public static MailId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
