using System.Collections.Frozen;
using System.Text;

namespace IswitchRoofs.Host.Web.Display;

/// <summary>What stored values are called on the screen: <c>appointment_scheduled</c> reads "Appointment scheduled".</summary>
internal static class Words
{
    public const string None = "–";

    private static readonly FrozenDictionary<string, string> Special = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["google_lsa"] = "Google LSA",
        ["google_ads"] = "Google Ads",
        ["facebook_ads"] = "Facebook Ads",
        ["bbb"] = "BBB",
        ["angies_list"] = "Angie's List",
        ["home_advisor"] = "HomeAdvisor",
        ["vip"] = "VIP",
        ["sms"] = "Text message",
        ["email"] = "E-mail",
        ["email_inquiry"] = "E-mail inquiry",
        ["phone_call"] = "Phone call",
        ["nps"] = "NPS",
        ["tpo"] = "TPO",
        ["epdm"] = "EPDM",
        ["1-3_months"] = "1 to 3 months",
        ["3-6_months"] = "3 to 6 months",
        ["door_to_door"] = "Door to door",
        ["follow_up"] = "Follow-up",
        ["ask_about_quote"] = "Ask about the quote",
        ["send_quote"] = "Send the quote",
        ["hold_appointment"] = "Hold the appointment",
        ["book_appointment"] = "Book an appointment",
        ["close_deal"] = "Close the deal",
        ["follow_up_required"] = "Follow-up required",
        ["no_show"] = "No-show",
        ["field_tech"] = "Field tech",
        ["roofing_shingle"] = "Shingle roofs",
        ["roofing_metal"] = "Metal roofs",
        ["roofing_flat"] = "Flat roofs",
        ["roofing_tile"] = "Tile roofs",
        ["language_spanish"] = "Spanish",
        ["language_arabic"] = "Arabic",
        ["certification_gaf"] = "GAF certified",
        ["certification_owens"] = "Owens Corning certified",
        ["lead_hot"] = "Hot lead",
        ["lead_created"] = "New lead",
        ["customer_created"] = "New customer",
        ["project_created"] = "New project",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return None;
        if (Special.TryGetValue(value, out var special)) return special;
        var words = value.Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A property's name as a label: <c>FirstName</c> reads "First name".</summary>
    public static string OfProperty(string? name)
    {
        var text = new StringBuilder();
        foreach (var letter in name ?? "")
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append(' ').Append(char.ToLowerInvariant(letter));
            else text.Append(letter);
        }

        return text.ToString();
    }

    /// <summary>"1 lead", "128 leads".</summary>
    public static string Count(long number, string one, string? many = null) =>
        string.Create(Formats.Culture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>"Ann Lee" gives "AL".</summary>
    public static string Initials(string? name)
    {
        var parts = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length switch
        {
            0 => "?",
            1 => parts[0][..1].ToUpperInvariant(),
            _ => (parts[0][..1] + parts[^1][..1]).ToUpperInvariant(),
        };
    }
}
