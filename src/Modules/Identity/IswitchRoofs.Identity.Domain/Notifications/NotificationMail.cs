using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>
/// The mail channel of one notification. A row of its own: what mails do must not collide with people who read.
/// </summary>
public sealed class NotificationMail : Entity
{
    private NotificationMail()
    {
    }

    /// <summary>The notification's.</summary>
    public NotificationId Id { get; private set; }

    public UserId UserId { get; private set; }

    public bool Digest { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public MailProgress State { get; private set; }

    /// <summary>The mail that tells of it, perhaps among others.</summary>
    public MailId? MailId { get; private set; }

    internal static NotificationMail Of(NotificationId id, UserId user, MailPlan plan) => new() { Id = id, UserId = user, Digest = plan.Digest, DueAt = plan.DueAt };

    public void Postpone(DateTimeOffset until) => DueAt = until;

    public void Drop() => State = MailProgress.Dropped;

    public void PutInto(MailId mail)
    {
        MailId = mail;
        State = MailProgress.Queued;
    }

    public void Settle(MailProgress state) => State = state;
}
