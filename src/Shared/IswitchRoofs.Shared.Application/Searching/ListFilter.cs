using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Shared.Application.Searching;

/// <summary>Reads list filters as they stand in a query string; what is wrong with one is added to the validation.</summary>
public static class ListFilter
{
    /// <summary>One or several names: <c>new,contacted</c>. Null when absent.</summary>
    public static T[]? Enums<T>(Validation validation, string field, string? text) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var values = new List<T>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (WireName.TryParse<T>(name, out var value))
            {
                values.Add(value);
                continue;
            }

            validation.Add(field, $"must be one or several of {string.Join(", ", WireName.All<T>())}.");
            return null;
        }

        return [.. values];
    }
}
