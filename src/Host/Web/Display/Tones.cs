using System.Collections.Frozen;

namespace IswitchRoofs.Host.Web.Display;

/// <summary>The colour beside the word of a status; what is not listed is gray, so a new status is never a mistake.</summary>
internal static class Tones
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // leads
        ["new"] = "blue",
        ["contacted"] = "teal",
        ["qualified"] = "purple",
        ["appointment_scheduled"] = "purple",
        ["inspection_completed"] = "purple",
        ["quote_sent"] = "amber",
        ["negotiation"] = "amber",
        ["won"] = "green",
        ["lost"] = "red",
        ["nurture"] = "gray",

        // imports
        ["mapping"] = "amber",
        ["validating"] = "blue",
        ["validated"] = "teal",
        ["undoing"] = "orange",
        ["undone"] = "gray",

        // projects
        ["planning"] = "gray",
        ["approved"] = "teal",
        ["scheduled"] = "blue",
        ["in_progress"] = "amber",
        ["inspection"] = "purple",
        ["completed"] = "green",
        ["invoiced"] = "teal",
        ["paid"] = "green",
        ["on_hold"] = "orange",
        ["cancelled"] = "gray",
        ["overdue"] = "red",
        ["over_budget"] = "red",

        // appointments
        ["confirmed"] = "teal",
        ["no_show"] = "red",

        // customers, partners, users
        ["vip"] = "purple",
        ["active"] = "green",
        ["inactive"] = "gray",
        ["churned"] = "red",
        ["premium"] = "purple",
        ["repeat"] = "teal",
        ["referral_source"] = "blue",
        ["pending"] = "amber",

        // health and jobs
        ["healthy"] = "green",
        ["degraded"] = "orange",
        ["unhealthy"] = "red",
        ["running"] = "blue",
        ["succeeded"] = "green",
        ["failed"] = "red",
        ["interrupted"] = "orange",

        // priorities and alerts
        ["critical"] = "red",
        ["urgent"] = "red",
        ["high"] = "orange",
        ["medium"] = "blue",
        ["normal"] = "blue",
        ["low"] = "gray",
        ["acknowledged"] = "amber",
        ["resolved"] = "green",
        ["expired"] = "gray",

        // margins
        ["excellent"] = "green",
        ["good"] = "teal",
        ["fair"] = "amber",
        ["poor"] = "red",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Faces = ["blue", "teal", "green", "amber", "orange", "purple"];

    public static string Of(string? status) => status is not null && Known.TryGetValue(status, out var tone) ? tone : "gray";

    public static string TemperatureOf(int score) => score switch { >= 80 => "hot", >= 60 => "warm", >= 40 => "cool", _ => "cold" };

    /// <summary>The same person has the same colour everywhere and after a restart, so no <c>GetHashCode</c>.</summary>
    public static string OfPerson(string? name)
    {
        var sum = 0;
        foreach (var letter in name ?? "") sum = ((sum * 31) + letter) & 0xFFFF;
        return Faces[sum % Faces.Length];
    }
}
