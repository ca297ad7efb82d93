using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>What a list can be told to show: which states of it can be saved. The host knows its lists and registers them.</summary>
/// <param name="Name">As in <c>?list=leads</c>.</param>
/// <param name="Permission">Who lacks it has no views of this list.</param>
/// <param name="Filters">Filters and order, as its address has them.</param>
/// <param name="Columns">Everything it can show beside the name, in the order in which it does.</param>
/// <param name="FirstColumns">What it shows to who never chose.</param>
public sealed record ListShape(
    string Name, string Permission, IReadOnlyList<ListFilter> Filters, IReadOnlyList<string> Columns, IReadOnlyList<string> FirstColumns)
{
    /// <summary>Beside the name, which is always there: no list shows more than seven.</summary>
    public const int MostColumns = 6;

    /// <summary>The filters that have a value, in the list's order. What the list does not know is told to the check, never kept.</summary>
    public ListQuery QueryOf(Validation check, IReadOnlyDictionary<string, string?>? given)
    {
        var values = (given ?? new Dictionary<string, string?>()).ToDictionary(g => g.Key, g => g.Value?.Trim() ?? "", StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            if (Filters.FirstOrDefault(f => f.Key == key) is not { } filter) check.Add($"query.{key}", $"is no filter of this list: use {string.Join(", ", Filters.Select(f => f.Key))}.");
            else if (value.Length > 0 && filter.ObjectionTo(value) is { } objection) check.Add($"query.{key}", objection);
        }

        return new ListQuery([.. Filters.Where(f => values.GetValueOrDefault(f.Key) is { Length: > 0 }).Select(f => KeyValuePair.Create(f.Key, values[f.Key]))]);
    }

    /// <summary>The chosen columns in the list's order; none for the reader's own choice.</summary>
    public string[] ColumnsOf(Validation check, IReadOnlyList<string?>? given)
    {
        var chosen = (given ?? []).Select(c => c?.Trim() ?? "").ToArray();
        for (var i = 0; i < chosen.Length; i++)
            if (!Columns.Contains(chosen[i])) check.Add($"columns[{i}]", $"must be one of {string.Join(", ", Columns)}.");
        if (chosen.Distinct().Count() > MostColumns) check.Add("columns", $"must name at most {MostColumns} columns.");
        return [.. Columns.Where(chosen.Contains)];
    }

    /// <summary>What is shown of a choice that came by an address: what the list does not know, and what is too much, is left out.</summary>
    public IReadOnlyList<string> Shown(IReadOnlyCollection<string> chosen)
    {
        var known = Columns.Where(chosen.Contains).Take(MostColumns).ToArray();
        return known.Length > 0 ? known : FirstColumns;
    }
}
