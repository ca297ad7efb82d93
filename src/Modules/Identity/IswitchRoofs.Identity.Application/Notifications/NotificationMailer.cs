using IswitchRoofs.Identity.Application.Mail;
using IswitchRoofs.Identity.Domain.Mails;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <summary>
/// Turns notifications whose mail is due into mails: one about each record, one for each digest. One host at a time does it,
/// in one transaction, so that no notification is mailed twice.
/// </summary>
public sealed class NotificationMailer(
    IRepository<Notification> notifications, IRepository<QueuedMail> mails, IReadRepository<User> users, IReadRepository<NotificationPreferences> preferences,
    IUnsubscribeLinks links, ISiteAddress site, MailLayout layout, ICompanyClock company, TimeProvider clock)
{
    /// <returns>How many notifications were looked at; 0: nothing is due.</returns>
    public async Task<int> ComposeDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await TakeDueAsync(now, ct);
        if (due.Count == 0) return 0;
        var ids = due.Select(d => d.UserId).Distinct().ToArray();
        var people = (await users.ListAsync(new UsersOf(ids), ct)).ToDictionary(u => u.Id);
        var wishes = (await preferences.ListAsync(new PreferencesOf(ids), ct)).ToDictionary(p => p.Id);

        foreach (var group in due.GroupBy(n => (n.UserId, n.Mail!.Digest, Record: n.Mail.Digest ? (Guid?)null : n.EntityId ?? n.Id.Value, Type: n.Mail.Digest ? null : n.EntityType)))
        {
            var wish = wishes.GetValueOrDefault(group.Key.UserId) ?? NotificationPreferences.Of(group.Key.UserId);
            var reader = people.GetValueOrDefault(group.Key.UserId);
            var wanted = new List<Notification>();
            foreach (var notification in group)
            {
                if (reader is { IsActive: true } && wish.Mails(notification.Type)) wanted.Add(notification);
                else notification.Mail!.Drop();
            }

            if (wanted.Count == 0) continue;

            // Preferences may have changed since it was planned.
            if (!wanted.Exists(n => NotificationPreferences.IsPressing(n.Priority)) && wish.QuietUntil(now, company.Zone) is { } morning)
            {
                foreach (var notification in wanted) notification.Mail!.Postpone(morning);
                continue;
            }

            wanted.Sort((a, b) => a.CreatedAt.CompareTo(b.CreatedAt));
            var mail = Compose(reader!, wanted, group.Key.Digest, now);
            mails.Add(mail);
            foreach (var notification in wanted) notification.Mail!.PutInto(mail.Id);
        }

        await notifications.SaveChangesAsync(ct);
        return due.Count;
    }

    // What came later about the same record goes along: that is the folding.
    private async Task<IReadOnlyCollection<Notification>> TakeDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await notifications.ListAsync(new Due(now), ct);
        var records = due.Where(n => !n.Mail!.Digest && n.EntityId is not null).Select(n => n.EntityId).Distinct().ToArray();
        if (records.Length == 0) return due;
        var readers = due.Select(n => n.UserId).Distinct().ToArray();
        var pairs = due.Select(n => (n.UserId, n.EntityType, n.EntityId)).ToHashSet();
        var companions = await notifications.ListAsync(new WaitingAbout(records, readers), ct);
        return [.. due.UnionBy(companions.Where(n => pairs.Contains((n.UserId, n.EntityType, n.EntityId))), n => n.Id)];
    }

    private QueuedMail Compose(User reader, List<Notification> told, bool digest, DateTimeOffset now)
    {
        var first = told.MinBy(n => n.Priority)!;
        var types = told.Select(n => n.Type).Distinct().ToArray();
        var subject = digest
            ? $"{company.Today.ToString("MMMM d", System.Globalization.CultureInfo.InvariantCulture)}: {told.Count} {(told.Count == 1 ? "notification" : "notifications")}"
            : told.Count == 1 ? first.Title : $"{first.Title} (and {told.Count - 1} more)";
        var sections = told.Select((n, i) => new MailSection(
            told.Count == 1 && !digest ? null : n.Title,
            n.Body is null ? [] : [n.Body],
            digest || i == told.Count - 1 ? new MailLink("Open", site.UrlOf($"/Notifications?handler=Open&id={n.Id}")) : null));
        var url = links.UrlFor(reader.Id.Value, [.. types.Select(WireName.Of)]);
        var labels = string.Join(", ", types.Select(t => $"\"{NotificationCatalogue.Of(t).Label}\""));
        var body = layout.Compose(
            subject, [.. sections],
            types is [var only] ? $"You get this because {NotificationCatalogue.Of(only).Audience}. What is mailed, and when: {site.UrlOf("/Notifications/Preferences")}"
                : $"What is mailed, and when: {site.UrlOf("/Notifications/Preferences")}",
            new MailLink($"No more mails of the {(types.Length == 1 ? "type" : "types")} {labels}", url));
        return QueuedMail.To(reader.Email, reader.Name, digest ? "digest" : WireName.Of(first.Type), subject, body.Html, body.Text, now, reader.Id.Value, url);
    }

    private sealed class Due : Specification<Notification>
    {
        private const int AtOnce = 200;

        public Due(DateTimeOffset now) => Query
            .Where(n => n.Mail!.State == MailProgress.Waiting && n.Mail.DueAt <= now)
            .OrderBy(n => n.Mail!.DueAt).ThenBy(n => n.Id).Take(AtOnce).Include(nameof(Notification.Mail)).AsTracking();
    }

    private sealed class WaitingAbout : Specification<Notification>
    {
        public WaitingAbout(Guid?[] records, UserId[] readers) => Query
            .Where(n => n.Mail!.State == MailProgress.Waiting && !n.Mail.Digest && readers.Contains(n.UserId) && records.Contains(n.EntityId))
            .OrderBy(n => n.Id).Include(nameof(Notification.Mail)).AsTracking();
    }

    private sealed class UsersOf : Specification<User>
    {
        public UsersOf(UserId[] ids) => Query.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Id);
    }

    private sealed class PreferencesOf : Specification<NotificationPreferences>
    {
        public PreferencesOf(UserId[] ids) => Query.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id);
    }
}
