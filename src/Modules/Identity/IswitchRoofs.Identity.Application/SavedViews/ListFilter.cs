namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>A parameter that a list's address understands.</summary>
/// <param name="Values">What it may be set to; null for free text.</param>
/// <param name="Several">It may be set to several of them, separated by commas.</param>
/// <param name="TakesIds">Besides, the id of a record.</param>
public sealed record ListFilter(string Key, IReadOnlyList<string>? Values = null, bool Several = false, bool TakesIds = false, int Longest = 200)
{
    /// <summary>Null when the list would understand the value.</summary>
    internal string? ObjectionTo(string value)
    {
        if (value.Length > Longest) return $"must be at most {Longest} characters long.";
        if (value.Any(char.IsControl)) return "must not contain control characters.";
        if (Values is null || (TakesIds && Guid.TryParse(value, out _))) return null;
        return (Several ? value.Split(',') : [value]).All(Values.Contains) ? null : $"must be one of {string.Join(", ", Values)}{(TakesIds ? ", or an id" : "")}.";
    }
}
