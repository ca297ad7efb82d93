using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <summary>The one way to tell people something: bell and mail, as each of them prefers. Saving is the caller's.</summary>
public sealed class Notifier(
    IRepository<Notification> notifications, IReadRepository<NotificationPreferences> preferences, ICompanyClock company, TimeProvider clock)
{
    /// <summary>Somebody who is named twice is told once.</summary>
    public async Task TellAsync(IReadOnlyCollection<Guid> users, News news, CancellationToken ct)
    {
        if (users.Count == 0) return;
        var kind = NotificationCatalogue.Of(WireName.Parse<NotificationType>(news.Type));
        var ids = users.Distinct().Select(UserId.From).ToArray();
        var wishes = (await preferences.ListAsync(new PreferencesOf(ids), ct)).ToDictionary(p => p.Id);
        var priority = news.Priority is { } own ? WireName.Parse<NotificationPriority>(own) : kind.Priority;
        var title = NotificationCatalogue.Fill(kind.Title, news.Values);
        var body = NotificationCatalogue.Fill(kind.Body, news.Values);
        var now = clock.GetUtcNow();
        foreach (var id in ids)
        {
            var wish = wishes.GetValueOrDefault(id) ?? NotificationPreferences.Of(id);
            var shows = wish.Shows(kind.Type);
            var mail = wish.PlanMail(kind.Type, priority, now, company.Zone);
            if (!shows && mail is null) continue;
            notifications.Add(Notification.To(
                id, kind.Type, priority, title, body.Length == 0 ? null : body, news.EntityType, news.EntityId, news.HappenedAt, now, shows, mail));
        }
    }

    private sealed class PreferencesOf : Specification<NotificationPreferences>
    {
        public PreferencesOf(UserId[] ids) => Query.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id);
    }
}
