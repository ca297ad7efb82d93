namespace IswitchRoofs.Host.Web.SavedViews;

/// <summary>What a list shows at the moment, as its address says.</summary>
/// <param name="Path">Of the list's page.</param>
/// <param name="Query">Filters and order, by their names in the address.</param>
/// <param name="UsualSort">Whether this order is named or not, it is the same list.</param>
/// <param name="Columns">Names separated by commas, as they came.</param>
/// <param name="OpenedFrom">The view that the list was opened from.</param>
public sealed record ListState(string List, string Path, IReadOnlyDictionary<string, string?> Query, string UsualSort, string? Columns, Guid? OpenedFrom);
