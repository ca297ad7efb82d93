using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

public sealed record ReadNotification(Guid Id);

public sealed class ReadNotificationHandler(IRepository<Notification> notifications, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<NotificationRow>> HandleAsync(ReadNotification command, CancellationToken ct)
    {
        var notification = await notifications.FindAsync(NotificationId.From(command.Id), ct);
        if (notification is null || notification.UserId.Value != caller.Id) return NotificationErrors.NotFound(NotificationId.From(command.Id));
        notification.MarkRead(clock.GetUtcNow());
        await notifications.SaveChangesAsync(ct);
        return new NotificationRow(
            notification.Id.Value, notification.UserId.Value, WireName.Of(notification.Type), notification.Title, notification.Body,
            WireName.Of(notification.Priority), notification.EntityType, notification.EntityId, notification.ReadAt, notification.CreatedAt);
    }
}
