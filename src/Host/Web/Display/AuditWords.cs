using System.Globalization;
using System.Text.Json;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Auditing;

namespace IswitchRoofs.Host.Web.Display;

/// <summary>One field that changed, as people say it.</summary>
/// <param name="IsHidden">Who reads may know the field, not its values.</param>
internal sealed record AuditChange(string Field, string Old, string New, bool IsHidden = false);

/// <summary>Audit entries in words.</summary>
internal static class AuditWords
{
    private const string Nothing = "nothing";
    private const int LongestValue = 200;

    // Stored words that are not what somebody typed.
    private static readonly HashSet<string> Vocabulary = new(StringComparer.Ordinal)
    {
        "status", "role", "source", "priority", "temperature", "kind", "urgency", "availability", "segment", "state_of_work", "customer_type", "project_type",
        "appointment_type", "interaction_type", "preferred_contact_method", "roof_material", "roof_type", "direction", "outcome", "original_source", "type",
    };

    private static readonly HashSet<string> Money = new(StringComparer.Ordinal)
    {
        "budget", "budget_min", "budget_max", "estimated_value", "property_value", "contract_value", "amount_paid", "actual_cost", "lifetime_value",
        "materials_cost", "labor_cost", "subcontractor_cost", "permit_cost", "other_costs",
    };

    public static string Action(string action) => action switch
    {
        "purged" => "Removed for good",
        _ => Words.Of(action),
    };

    public static IReadOnlyList<AuditChange> Changes(AuditRecord entry, Colleagues people, ICompanyClock clock) =>
        [.. Raw(entry).Select(c => new AuditChange(Field(c.Field), Value(c.Field, c.Old, people, clock), Value(c.Field, c.New, people, clock)))];

    public static IEnumerable<(string Field, JsonElement Old, JsonElement New)> Raw(AuditRecord entry)
    {
        if (entry.Changes is not { ValueKind: JsonValueKind.Array } changes) yield break;
        foreach (var change in changes.EnumerateArray())
            yield return (change.GetProperty("field").GetString() ?? "", Member(change, "old"), Member(change, "new"));
    }

    /// <summary>The stored value as it is, for a file.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static string Field(string name) =>
        Words.Of(name.EndsWith("_ids", StringComparison.Ordinal) ? name[..^4] + "s" : name.EndsWith("_id", StringComparison.Ordinal) ? name[..^3] : name);

    private static string Value(string field, JsonElement value, Colleagues people, ICompanyClock clock)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return Nothing;
            case JsonValueKind.True:
                return "yes";
            case JsonValueKind.False:
                return "no";
            case JsonValueKind.Number:
                return Money.Contains(field) && value.TryGetDecimal(out var amount) ? Formats.Money(amount) : value.GetRawText();
            case JsonValueKind.Array:
                var items = value.EnumerateArray().Take(10).Select(v => Value(field, v, people, clock)).ToArray();
                return items.Length == 0 ? Nothing : string.Join(", ", items) + (value.GetArrayLength() > items.Length ? ", and more" : "");
            case JsonValueKind.String:
                return Said(field, value.GetString()!, people, clock);
            default:
                return Cut(value.GetRawText());
        }
    }

    private static string Said(string field, string text, Colleagues people, ICompanyClock clock)
    {
        if (text.Length == 0) return Nothing;
        if (Vocabulary.Contains(field)) return Words.Of(text);
        if (Guid.TryParseExact(text, "D", out var id)) return people.Known(id) ?? $"record {text[..8]}";
        if (text.Length >= 19 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return $"{Formats.Day(clock.DayOf(instant), clock.Today)}, {Formats.Time(TimeZoneInfo.ConvertTime(instant, clock.Zone))}";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Formats.Day(day, clock.Today);
        return Cut(text);
    }

    private static string Cut(string text) => text.Length > LongestValue ? text[..LongestValue] + "…" : text;

    private static JsonElement Member(JsonElement change, string name) => change.TryGetProperty(name, out var value) ? value : default;
}
