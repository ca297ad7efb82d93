using IswitchRoofs.Host.Web;
using IswitchRoofs.Host.Web.SavedViews;
using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>
/// The list that a lead was opened from, as one parameter of the lead's address: the list's own query. From outside only keys that
/// the list knows are taken, and it is only ever put behind the list's path.
/// </summary>
public sealed class LeadListState
{
    public const string Key = "in";

    private const int Longest = 1_000;
    private static readonly string[] Known = [.. LeadListShape.Keys, "columns", "view", Addresses.PageKey];

    private readonly Dictionary<string, string> _values;

    private LeadListState(Dictionary<string, string> values) => _values = values;

    /// <summary>The list without filters, in its own order, is a list too.</summary>
    public static LeadListState Of(IQueryCollection query, string sort)
    {
        var values = Taken(key => query[key]);
        values[Addresses.SortKey] = sort;
        return new LeadListState(values);
    }

    /// <returns>Null when there was no list, or nothing of it can be read.</returns>
    public static LeadListState? Read(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest) return null;
        var query = QueryHelpers.ParseQuery(text);
        var values = Taken(key => query.TryGetValue(key, out var given) ? given.ToString() : null);
        return values.Count == 0 ? null : new LeadListState(values);
    }

    public SearchLeads Selection => LeadFilterPage.FilterOf<SearchLeads>(Value("q"), Value("temperature"), Value("source"), Value("assigned_to"), Value("attention")) with
    {
        Status = Value("status"),
        Page = new PageRequest(Sort: Value(Addresses.SortKey) ?? IndexModel.StandardSort),
    };

    /// <summary>Behind the list's path it leads back to the list.</summary>
    public string Query => new QueryBuilder(_values).ToString();

    /// <summary>For the parameter <see cref="Key"/>.</summary>
    public override string ToString() => Query.TrimStart('?');

    private string? Value(string key) => _values.GetValueOrDefault(key);

    private static Dictionary<string, string> Taken(Func<string, string?> value) =>
        Known.Select(key => (Key: key, Value: value(key))).Where(x => !string.IsNullOrWhiteSpace(x.Value)).ToDictionary(x => x.Key, x => x.Value!, StringComparer.Ordinal);
}
