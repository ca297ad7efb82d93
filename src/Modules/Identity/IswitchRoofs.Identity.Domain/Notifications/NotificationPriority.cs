namespace IswitchRoofs.Identity.Domain.Notifications;

public enum NotificationPriority
{
    Urgent,
    High,
    Normal,
    Low,
}
