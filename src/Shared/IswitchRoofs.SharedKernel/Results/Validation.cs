using System.Globalization;
using System.Text.RegularExpressions;

namespace IswitchRoofs.SharedKernel.Results;

/// <summary>
/// Collects what is wrong with an input, by field, so that the caller hears everything at once. Each method answers
/// the cleaned value (trimmed text, parsed enum), or null when it is absent or refused.
/// </summary>
public sealed partial class Validation
{
    private const decimal LargestMoney = 9_999_999_999.99m;
    private Dictionary<string, List<string>>? _errors;

    public bool Failed => _errors is not null;

    public void Add(string field, string message)
    {
        _errors ??= [];
        if (!_errors.TryGetValue(field, out var messages)) _errors[field] = messages = [];
        messages.Add(message);
    }

    /// <summary>The refusal that names every field.</summary>
    public Error ToError(string code = "validation_failed") =>
        new(ErrorKind.Invalid, code, "Some fields need your attention.")
        {
            Fields = (_errors ?? []).ToDictionary(e => e.Key, e => e.Value.ToArray()),
        };

    public string? Text(string field, string? value, int max, int min = 0, bool required = false)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            if (required) Add(field, "is required.");
            return null;
        }

        if (text.Contains('\0', StringComparison.Ordinal)) Add(field, "must not contain NUL characters.");
        else if (text.Length > max) Add(field, $"must be at most {max} characters long.");
        else if (text.Length < min) Add(field, $"must be at least {min} characters long.");
        return text;
    }

    public T? Enum<T>(string field, string? value, bool required = false) where T : struct, Enum
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            if (required) Add(field, $"is required: one of {string.Join(", ", WireName.All<T>())}.");
            return null;
        }

        if (WireName.TryParse<T>(text, out var parsed)) return parsed;
        Add(field, $"must be one of {string.Join(", ", WireName.All<T>())}.");
        return null;
    }

    /// <summary>Several names separated by commas, as filters take them; null when absent.</summary>
    public T[]? Enums<T>(string field, string? value) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var parsed = new List<T>();
        foreach (var name in value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (WireName.TryParse<T>(name, out var item)) parsed.Add(item);
            else Add(field, $"'{name}' is none of {string.Join(", ", WireName.All<T>())}.");
        }

        return [.. parsed.Distinct()];
    }

    public int? Range(string field, int? value, int min, int max)
    {
        if (value < min || value > max) Add(field, $"must be between {min} and {max}.");
        return value;
    }

    /// <summary>US dollars: not negative, at most two decimals, below ten billion (decimal(12,2)).</summary>
    public decimal? Money(string field, decimal? value)
    {
        if (value is not { } amount) return null;
        if (amount < 0) Add(field, "must not be negative.");
        else if (amount > LargestMoney) Add(field, $"must be at most {LargestMoney.ToString(CultureInfo.InvariantCulture)}.");
        else if (decimal.Round(amount, 2) != amount) Add(field, "must have at most two decimals.");
        return amount;
    }

    /// <summary>Lower-cased, since addresses are compared without regard to case.</summary>
    public string? Email(string field, string? value, bool required = false)
    {
        var text = Text(field, value, 255, required: required);
        if (text is null) return null;
        if (!EmailShape().IsMatch(text)) Add(field, "must be an e-mail address such as ann@example.com.");
        return text.ToLowerInvariant();
    }

    /// <summary>A US ZIP code of five or nine digits.</summary>
    public string? ZipCode(string field, string? value)
    {
        var text = Text(field, value, 10);
        if (text is null) return null;
        if (!ZipShape().IsMatch(text)) Add(field, "must be a ZIP code of 5 or 9 digits such as 48009 or 48009-1234.");
        return text;
    }

    public IReadOnlyList<string>? Tags(string field, IReadOnlyList<string?>? values)
    {
        if (values is null) return null;
        if (values.Count > 20) Add(field, "must hold at most 20 tags.");
        var tags = values.Select(v => v?.Trim() ?? "").Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (tags.Any(t => t.Length > 50 || t.Contains('\0', StringComparison.Ordinal))) Add(field, "each tag must be at most 50 characters long.");
        return tags;
    }

    // Deliberately loose: only the mail server knows whether an address exists.
    [GeneratedRegex(@"^[^@\s\p{C}]+@[^@\s\p{C}.]+(\.[^@\s\p{C}.]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^[0-9]{5}(-?[0-9]{4})?$")]
    private static partial Regex ZipShape();
}
