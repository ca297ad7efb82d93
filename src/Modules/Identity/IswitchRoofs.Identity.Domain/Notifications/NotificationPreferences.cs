using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Domain.Notifications;

/// <summary>How somebody wants to be told. Who never said anything hears everything, in the bell and by mail.</summary>
public sealed class NotificationPreferences : AggregateRoot
{
    /// <summary>Mails about one record within this time become one.</summary>
    public static readonly TimeSpan Fold = TimeSpan.FromSeconds(60);

    /// <summary>When digests leave, on the reader's clock; the weekly one on Mondays.</summary>
    public static readonly TimeOnly DigestAt = new(8, 0);

    private NotificationPreferences()
    {
    }

    /// <summary>Whose.</summary>
    public UserId Id { get; private set; }

    public bool InApp { get; private set; } = true;

    public bool Email { get; private set; } = true;

    /// <summary>Wire names of types that are not told at all.</summary>
    public string[] MutedTypes { get; private set; } = [];

    /// <summary>Wire names of types that are told in the bell only.</summary>
    public string[] UnsubscribedTypes { get; private set; } = [];

    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietTo { get; private set; }

    /// <summary>IANA name; null for the company's zone.</summary>
    public string? Timezone { get; private set; }

    public DigestRhythm Digest { get; private set; }

    public static NotificationPreferences Of(UserId user) => new() { Id = user };

    public void Change(
        bool inApp, bool email, IEnumerable<NotificationType> muted, IEnumerable<NotificationType> unsubscribed,
        (TimeOnly From, TimeOnly To)? quiet, string? timezone, DigestRhythm digest)
    {
        InApp = inApp;
        Email = email;
        MutedTypes = Names(muted);
        UnsubscribedTypes = [.. Names(unsubscribed).Except(MutedTypes)];
        QuietFrom = quiet?.From;
        QuietTo = quiet?.To;
        Timezone = timezone;
        Digest = digest;
    }

    /// <summary>No more mails of these types; the bell still rings.</summary>
    public void Unsubscribe(IEnumerable<NotificationType> types) =>
        UnsubscribedTypes = [.. UnsubscribedTypes.Union(Names(types)).Except(MutedTypes).Order(StringComparer.Ordinal)];

    public bool Shows(NotificationType type) => InApp && !MutedTypes.Contains(WireName.Of(type));

    public bool Mails(NotificationType type) => Email && !MutedTypes.Contains(WireName.Of(type)) && !UnsubscribedTypes.Contains(WireName.Of(type));

    /// <summary>N2. Null when no mail is wanted.</summary>
    public MailPlan? PlanMail(NotificationType type, NotificationPriority priority, DateTimeOffset now, TimeZoneInfo companyZone)
    {
        if (!Mails(type)) return null;
        if (priority == NotificationPriority.Urgent) return new MailPlan(now, Digest: false);
        if (priority == NotificationPriority.Low && Digest != DigestRhythm.Off) return new MailPlan(NextDigest(now, companyZone), Digest: true);
        var due = now + Fold;
        return new MailPlan(IsPressing(priority) ? due : QuietUntil(due, companyZone) ?? due, Digest: false);
    }

    /// <summary>When quiet hours end that hold mails back now; null when none do.</summary>
    public DateTimeOffset? QuietUntil(DateTimeOffset now, TimeZoneInfo companyZone) =>
        QuietFrom is { } from && QuietTo is { } to ? new QuietHours(from, to, Zone(companyZone)).EndAfter(now) : null;

    /// <summary>Quiet hours do not hold these back.</summary>
    public static bool IsPressing(NotificationPriority priority) => priority is NotificationPriority.Urgent or NotificationPriority.High;

    private DateTimeOffset NextDigest(DateTimeOffset now, TimeZoneInfo companyZone)
    {
        var zone = Zone(companyZone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        while (true)
        {
            var at = WallClock.At(day, DigestAt, zone);
            if (at > now && (Digest == DigestRhythm.Daily || day.DayOfWeek == DayOfWeek.Monday)) return at;
            day = day.AddDays(1);
        }
    }

    private TimeZoneInfo Zone(TimeZoneInfo companyZone) =>
        Timezone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : companyZone;

    private static string[] Names(IEnumerable<NotificationType> types) => [.. types.Distinct().Select(WireName.Of).Order(StringComparer.Ordinal)];
}
