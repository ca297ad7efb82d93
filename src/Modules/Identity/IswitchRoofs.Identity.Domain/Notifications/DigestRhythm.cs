namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>How often mails about low priorities are gathered into one.</summary>
public enum DigestRhythm
{
    Off,
    Daily,
    Weekly,
}
