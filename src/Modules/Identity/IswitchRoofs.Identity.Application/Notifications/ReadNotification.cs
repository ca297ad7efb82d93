using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Notifications;

public sealed record ReadNotification(Guid Id);

public sealed class ReadNotificationHandler(IRepository<Notification> notifications, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<NotificationRow>> HandleAsync(ReadNotification command, CancellationToken ct)
    {
        var notification = await notifications.FirstOrDefaultAsync(new WithMail(NotificationId.From(command.Id)), ct);
        if (notification is null || notification.UserId.Value != caller.Id) return NotificationErrors.NotFound(NotificationId.From(command.Id));
        notification.MarkRead(clock.GetUtcNow());
        await notifications.SaveChangesAsync(ct);
        return NotificationRow.Of(notification);
    }

    private sealed class WithMail : Specification<Notification>
    {
        public WithMail(NotificationId id) => Query.Where(n => n.Id == id).Include(nameof(Notification.Mail)).AsTracking();
    }
}
