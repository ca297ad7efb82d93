using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <summary>No more mails of the types that a signed link names. Doing it twice changes nothing more.</summary>
public sealed record Unsubscribe(string? Token);

public sealed class UnsubscribeHandler(
    IRepository<NotificationPreferences> preferences, IReadRepository<User> users, IUnsubscribeLinks links) : IUseCase
{
    public async Task<Result<Unsubscription>> HandleAsync(Unsubscribe command, CancellationToken ct)
    {
        if (links.Read(command.Token) is not { } wish || !await users.AnyAsync(new UserById(wish.UserId), ct)) return NotificationErrors.LinkUnknown();
        var id = UserId.From(wish.UserId);
        var found = await preferences.FindAsync(id, ct);
        if (found is null) preferences.Add(found = NotificationPreferences.Of(id));
        found.Unsubscribe(wish.Types.Select(WireName.Parse<NotificationType>));
        await preferences.SaveChangesAsync(ct);
        return wish;
    }
}
