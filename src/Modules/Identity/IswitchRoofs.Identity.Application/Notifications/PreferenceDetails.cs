using System.Globalization;
using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <param name="MutedTypes">Not told at all.</param>
/// <param name="UnsubscribedTypes">Told in the bell only.</param>
/// <param name="Digest">Gathers mails of low priority: <c>off</c>, <c>daily</c>, <c>weekly</c>.</param>
public sealed record PreferenceDetails(
    bool InApp, bool Email, IReadOnlyList<string> MutedTypes, IReadOnlyList<string> UnsubscribedTypes, QuietHoursDetails? QuietHours, string Digest,
    [property: JsonIgnore] uint Version)
{
    internal static PreferenceDetails Of(NotificationPreferences preferences, TimeZoneInfo companyZone) => new(
        preferences.InApp, preferences.Email, preferences.MutedTypes, preferences.UnsubscribedTypes,
        preferences is { QuietFrom: { } from, QuietTo: { } to }
            ? new QuietHoursDetails(from.ToString("HH:mm", CultureInfo.InvariantCulture), to.ToString("HH:mm", CultureInfo.InvariantCulture), preferences.Timezone ?? companyZone.Id)
            : null,
        WireName.Of(preferences.Digest), preferences.Version);
}

/// <param name="From">As <c>22:00</c>.</param>
/// <param name="To">As <c>07:00</c>; before <paramref name="From"/> it is meant for the next day.</param>
/// <param name="TimeZone">IANA name; the company's when absent.</param>
public sealed record QuietHoursDetails(string? From, string? To, string? TimeZone = null);
