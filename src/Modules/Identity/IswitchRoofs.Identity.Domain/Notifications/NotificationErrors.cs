using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Notifications;

public static class NotificationErrors
{
    public static Error NotFound(NotificationId id) => Error.NotFound("notifications.not_found", $"There is no notification {id}.");

    public static Error LinkUnknown() => Error.NotFound("notifications.link_unknown", "This link is not one of ours, or was cut short on its way.");
}
