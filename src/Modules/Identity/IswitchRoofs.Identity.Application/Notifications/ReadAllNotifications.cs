using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

public sealed record ReadAllNotifications;

public sealed class ReadAllNotificationsHandler(IRepository<Notification> notifications, ICurrentUser caller, TimeProvider clock) : IUseCase
{
    public async Task<Result<UnreadCount>> HandleAsync(ReadAllNotifications command, CancellationToken ct)
    {
        if (caller.Id is not { } id) return AccountErrors.NotSignedIn();
        foreach (var notification in await notifications.ListAsync(new UnreadNotifications(UserId.From(id)), ct)) notification.MarkRead(clock.GetUtcNow());
        await notifications.SaveChangesAsync(ct);
        return new UnreadCount(0);
    }
}
