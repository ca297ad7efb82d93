using IswitchRoofs.Identity.Application.SavedViews;

namespace IswitchRoofs.Host.Web.SavedViews;

/// <param name="Sort">By what its head sorts; null when it does not.</param>
public sealed record ListColumn(string Key, string Label, string? Sort = null, bool IsNumber = false);

/// <param name="Keys">The columns beside the name, in the list's order.</param>
/// <param name="Chosen">The viewer has a choice of their own, whether this is it or not.</param>
public sealed record ShownColumns(IReadOnlyList<string> Keys, bool Chosen)
{
    public const int Most = ListShape.MostColumns;
}
