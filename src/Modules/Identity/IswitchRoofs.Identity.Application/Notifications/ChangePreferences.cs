using System.Globalization;
using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <summary>Replaces the caller's preferences as a whole: what is absent returns to how everybody begins.</summary>
public sealed record ChangePreferences(
    bool? InApp = null, bool? Email = null, IReadOnlyList<string?>? MutedTypes = null, IReadOnlyList<string?>? UnsubscribedTypes = null,
    QuietHoursDetails? QuietHours = null, string? Digest = null)
{
    [JsonIgnore]
    public uint? IfVersion { get; init; }
}

public sealed class ChangePreferencesHandler(IRepository<NotificationPreferences> preferences, ICurrentUser caller, ICompanyClock company) : IUseCase
{
    public async Task<Result<PreferenceDetails>> HandleAsync(ChangePreferences command, CancellationToken ct)
    {
        if (caller.Id is not { } id) return AccountErrors.NotSignedIn();
        var found = await preferences.FindAsync(UserId.From(id), ct);
        if (command.IfVersion is { } version && version != (found?.Version ?? 0)) return Error.Stale(found?.Version ?? 0);

        var check = new Validation();
        var muted = Types(check, "muted_types", command.MutedTypes);
        var unsubscribed = Types(check, "unsubscribed_types", command.UnsubscribedTypes);
        var digest = check.Enum<DigestRhythm>("digest", command.Digest) ?? DigestRhythm.Off;
        var quiet = Quiet(check, command.QuietHours);
        var zone = command.QuietHours?.TimeZone is { Length: > 0 } name ? name : null;
        if (zone is not null && (zone.Length > 60 || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)))
            check.Add("quiet_hours.time_zone", "must be a time zone such as America/Detroit.");
        if (check.Failed) return check.ToError();

        if (found is null) preferences.Add(found = NotificationPreferences.Of(UserId.From(id)));
        found.Change(command.InApp ?? true, command.Email ?? true, muted, unsubscribed, quiet, zone, digest);
        await preferences.SaveChangesAsync(ct);
        return PreferenceDetails.Of(found, company.Zone);
    }

    private static List<NotificationType> Types(Validation check, string field, IReadOnlyList<string?>? names)
    {
        var types = new List<NotificationType>();
        for (var i = 0; i < (names?.Count ?? 0); i++)
        {
            if (WireName.TryParse<NotificationType>(names![i], out var type)) types.Add(type);
            else check.Add($"{field}[{i}]", $"must be one of {string.Join(", ", WireName.All<NotificationType>())}.");
        }

        return types;
    }

    private static (TimeOnly From, TimeOnly To)? Quiet(Validation check, QuietHoursDetails? hours)
    {
        if (hours is null) return null;
        var from = Time(check, "quiet_hours.from", hours.From);
        var to = Time(check, "quiet_hours.to", hours.To);
        if (from is null || to is null) return null;
        if (from == to) check.Add("quiet_hours.to", "must differ from the beginning.");
        return (from.Value, to.Value);
    }

    private static TimeOnly? Time(Validation check, string field, string? value)
    {
        if (TimeOnly.TryParseExact(value?.Trim(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        check.Add(field, "must be a time such as 22:00.");
        return null;
    }
}
