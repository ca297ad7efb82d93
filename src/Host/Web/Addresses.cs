using Microsoft.AspNetCore.Http.Extensions;

namespace IswitchRoofs.Host.Web;

/// <summary>The page's own address with some parameters changed: filters, order and page live in the address.</summary>
internal static class Addresses
{
    /// <summary>Page numbers travel as <c>p</c>: <c>page</c> is a route value of Razor Pages and would win over the query.</summary>
    public const string PageKey = "p";

    public const string SortKey = "sort";

    public static string Here(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";

    /// <param name="request">The current request.</param>
    /// <param name="changes">Null removes the parameter.</param>
    public static string With(HttpRequest request, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query)
        {
            if (key is "handler" || Changed(changes, key)) continue;
            foreach (var value in values) if (!string.IsNullOrEmpty(value)) query.Add(key, value);
        }

        foreach (var (key, value) in changes) if (!string.IsNullOrEmpty(value)) query.Add(key, value);
        return $"{request.PathBase}{request.Path}{query.ToQueryString()}";
    }

    private static bool Changed(ReadOnlySpan<(string Key, string? Value)> changes, string key)
    {
        foreach (var change in changes) if (string.Equals(change.Key, key, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
