using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>A message to one person, kept until read and beyond.</summary>
public sealed class Notification : AggregateRoot
{
    public const int LongestTitle = 200;

    /// <summary>News older than this arrives as read: a backlog or imported history is on record but wakes nobody.</summary>
    public static readonly TimeSpan OldNews = TimeSpan.FromDays(3);

    /// <summary>News older than this is not mailed: nobody wants yesterday's backlog in the morning.</summary>
    public static readonly TimeSpan TooOldToMail = TimeSpan.FromDays(1);

    private Notification() => Title = "";

    public NotificationId Id { get; private set; }

    public UserId UserId { get; private set; }

    public NotificationType Type { get; private set; }

    public string Title { get; private set; }

    public string? Body { get; private set; }

    public NotificationPriority Priority { get; private set; }

    /// <summary>With <see cref="EntityId"/>: where a click leads.</summary>
    public string? EntityType { get; private set; }

    public Guid? EntityId { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>False when it is told by mail only, so it stands in no list.</summary>
    public bool InApp { get; private set; } = true;

    /// <summary>Null when it is not mailed.</summary>
    public NotificationMail? Mail { get; private set; }

    /// <param name="happenedAt">When what it tells of happened: its place in the list.</param>
    public static Notification To(
        UserId user, NotificationType type, NotificationPriority priority, string title, string? body, string? entityType, Guid? entityId,
        DateTimeOffset happenedAt, DateTimeOffset now, bool inApp = true, MailPlan? mail = null)
    {
        var notification = new Notification
        {
            Id = NotificationId.New(now),
            UserId = user,
            Type = type,
            Priority = priority,
            Title = title.Length > LongestTitle ? title[..(LongestTitle - 1)] + "…" : title,
            Body = body,
            EntityType = entityType,
            EntityId = entityId,
            CreatedAt = happenedAt,
            ReadAt = !inApp || now - happenedAt > OldNews ? now : null,
            InApp = inApp,
        };
        if (mail is not null && now - happenedAt <= TooOldToMail) notification.Mail = NotificationMail.Of(notification.Id, user, mail);
        if (notification.ReadAt is null) notification.Raise(new NotificationAdded(now, notification.Id, user, type, notification.Title, priority, entityType, entityId));
        return notification;
    }

    /// <summary>Reading twice keeps the first instant.</summary>
    public void MarkRead(DateTimeOffset now) => ReadAt ??= now;
}
