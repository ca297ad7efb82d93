using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>What makes the bell show a number.</summary>
public sealed class UnreadNotifications : Specification<Notification>
{
    public UnreadNotifications(UserId user) =>
        Query.Where(n => n.UserId == user && n.ReadAt == null).OrderBy(n => n.Id).AsTracking();
}
