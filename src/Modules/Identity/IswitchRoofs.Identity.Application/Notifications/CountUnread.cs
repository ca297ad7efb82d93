using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

public sealed record CountUnread;

public sealed record UnreadCount(int Unread);

public sealed class CountUnreadHandler(IReadRepository<Notification> notifications, ICurrentUser caller) : IUseCase
{
    public async Task<Result<UnreadCount>> HandleAsync(CountUnread request, CancellationToken ct) =>
        caller.Id is { } id
            ? new UnreadCount(await notifications.CountAsync(new UnreadNotifications(UserId.From(id)), ct))
            : AccountErrors.NotSignedIn();
}
