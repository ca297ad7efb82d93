using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Imports;

/// <summary>Values as people type them into spreadsheets.</summary>
internal static class ImportValues
{
    private static readonly string[] DateShapes =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "M/d/yyyy", "M/d/yy", "M-d-yyyy", "M.d.yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "yyyyMMdd",
    ];

    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789,.+- ");
    private static readonly FrozenSet<string> Yes = new[] { "yes", "y", "true", "t", "1", "x", "on" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> No = new[] { "no", "n", "false", "f", "0", "off", "none" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words for values that are spelt otherwise here, by their letters.</summary>
    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["website"] = "website_form", ["web"] = "website_form", ["webform"] = "website_form", ["onlineform"] = "website_form", ["contactform"] = "website_form",
        ["googlelocalservices"] = "google_lsa", ["lsa"] = "google_lsa", ["google"] = "google_ads", ["adwords"] = "google_ads", ["googleadwords"] = "google_ads",
        ["facebook"] = "facebook_ads", ["fb"] = "facebook_ads", ["meta"] = "facebook_ads", ["referred"] = "referral", ["wordofmouth"] = "referral", ["canvassing"] = "door_to_door",
        ["doorknocking"] = "door_to_door", ["d2d"] = "door_to_door", ["storm"] = "storm_response", ["organic"] = "organic_search", ["seo"] = "organic_search", ["phone"] = "phone_inquiry",
        ["call"] = "phone_inquiry", ["phonecall"] = "phone_inquiry", ["callin"] = "phone_inquiry", ["email"] = "email_inquiry", ["mail"] = "email_inquiry", ["partner"] = "partner_referral",
        ["repeat"] = "repeat_customer", ["existingcustomer"] = "repeat_customer",
        ["replacement"] = "full_replacement", ["reroof"] = "full_replacement", ["newroof"] = "full_replacement", ["insurance"] = "insurance_claim",
        ["normal"] = "medium", ["now"] = "immediate", ["asap"] = "immediate", ["urgent"] = "immediate", ["justlooking"] = "planning", ["later"] = "planning",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> States = (
        "Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY," +
        "Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY," +
        "North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,Virginia VA," +
        "Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY").Split(',').ToFrozenDictionary(s => ImportFields.LettersOf(s[..^3]), s => s[^2..], StringComparer.Ordinal);

    /// <summary>"$1,200.50", "1 200", "USD 1200", "250k".</summary>
    public static bool TryMoney(string text, out decimal value)
    {
        var bare = text.Replace("$", "", StringComparison.Ordinal).Replace("USD", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        var thousands = bare.EndsWith('k') || bare.EndsWith('K');
        if (thousands) bare = bare[..^1];
        if (!decimal.TryParse(bare, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)) return false;
        if (thousands && value < 1_000_000) value *= 1_000;

        // Spreadsheets compute with more digits than money has.
        value = decimal.Round(value, 2, MidpointRounding.AwayFromZero);
        return true;
    }

    /// <summary>"15", "15 years", "2,400 sq ft", "12.0".</summary>
    public static bool TryWhole(string text, out int value)
    {
        value = 0;
        var end = text.AsSpan().IndexOfAnyExcept(NumberLetters);
        var number = (end < 0 ? text : text[..end]).Trim();
        if (end >= 0 && ImportFields.LettersOf(text[end..]) is not ("years" or "year" or "yrs" or "yr" or "y" or "sqft" or "sf" or "squarefeet" or "ft2")) return false;
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact)) return false;
        if (exact != decimal.Truncate(exact) || exact is > int.MaxValue or < int.MinValue) return false;
        value = (int)exact;
        return true;
    }

    public static bool TryYesNo(string text, out bool value)
    {
        var word = ImportFields.LettersOf(text);
        value = Yes.Contains(word);
        return value || No.Contains(word);
    }

    /// <summary>Month first, as Americans write; with or without a time behind it.</summary>
    public static bool TryDate(string text, out DateOnly value)
    {
        if (DateOnly.TryParseExact(text, DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out value)) return Sensible(value);
        var time = text.IndexOfAny(['T', ' ']);
        return time >= 8 && text.Contains(':', StringComparison.Ordinal)
            && DateOnly.TryParseExact(text[..time], DateShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out value) && Sensible(value);
    }

    /// <summary>"Website Form", "Website", "1-3 months": the value's own spelling, or the text as it is.</summary>
    public static string Word<T>(string text) where T : struct, Enum
    {
        var letters = ImportFields.LettersOf(text);
        foreach (var name in WireName.All<T>())
            if (ImportFields.LettersOf(name) == letters) return name;
        return Synonyms.TryGetValue(letters, out var meant) && WireName.TryParse<T>(meant, out _) ? meant : text;
    }

    public static string State(string text) => text.Length > 2 && States.TryGetValue(ImportFields.LettersOf(text), out var code) ? code : text;

    /// <summary>A spreadsheet takes ZIP codes for numbers, and numbers begin with no zero.</summary>
    public static string ZipCode(string text) => text.Length is 3 or 4 && text.All(char.IsAsciiDigit) ? text.PadLeft(5, '0') : text;

    private static bool Sensible(DateOnly value) => value.Year is >= 1900 and < 2200;
}
