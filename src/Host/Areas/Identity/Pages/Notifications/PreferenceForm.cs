using IswitchRoofs.Identity.Application.Notifications;

namespace IswitchRoofs.Host.Areas.Identity.Pages.Notifications;

/// <summary>The preferences as a form shows them: one choice for each type instead of two lists.</summary>
public sealed class PreferenceForm
{
    internal const string Everywhere = "everywhere";
    internal const string BellOnly = "bell";
    internal const string Nowhere = "nowhere";

    public bool InApp { get; set; } = true;

    public bool Email { get; set; } = true;

    public string? QuietFrom { get; set; }

    public string? QuietTo { get; set; }

    public string? QuietTimeZone { get; set; }

    public string? Digest { get; set; }

    /// <summary>By wire name; a type that the form does not send is told everywhere.</summary>
    public Dictionary<string, string> Types { get; set; } = [];

    internal static PreferenceForm Of(PreferenceDetails preferences) => new()
    {
        InApp = preferences.InApp,
        Email = preferences.Email,
        QuietFrom = preferences.QuietHours?.From,
        QuietTo = preferences.QuietHours?.To,
        QuietTimeZone = preferences.QuietHours?.TimeZone,
        Digest = preferences.Digest,
        Types = NotificationTypes.ForUsers.ToDictionary(
            t => t.Type,
            t => preferences.MutedTypes.Contains(t.Type) ? Nowhere : preferences.UnsubscribedTypes.Contains(t.Type) ? BellOnly : Everywhere),
    };

    internal ChangePreferences ToCommand(uint version) => new(
        InApp, Email, Those(Nowhere), Those(BellOnly),
        QuietFrom is null && QuietTo is null ? null : new QuietHoursDetails(QuietFrom, QuietTo, QuietTimeZone), Digest)
    {
        IfVersion = version,
    };

    private string[] Those(string choice) => [.. Types.Where(t => t.Value == choice).Select(t => t.Key)];
}
