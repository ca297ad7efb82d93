namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>One line of the catalogue.</summary>
/// <param name="Label">What people call it: in lists, preferences and mails.</param>
/// <param name="Audience">Who gets it, as the end of "You get this because ...".</param>
/// <param name="Title">With <c>{names}</c> for what differs; the bell's line and the mail's subject.</param>
/// <param name="Body">Likewise; the second line.</param>
public sealed record NotificationKind(NotificationType Type, NotificationPriority Priority, string Label, string Audience, string Title, string Body)
{
    /// <summary>False for what only customers get: nobody signs in to prefer anything.</summary>
    public bool ForUsers { get; init; } = true;
}
