namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>How far the mail about a notification has come.</summary>
public enum MailProgress
{
    Waiting,
    Queued,
    Sent,
    Failed,

    /// <summary>No longer wanted when its time came.</summary>
    Dropped,
}
