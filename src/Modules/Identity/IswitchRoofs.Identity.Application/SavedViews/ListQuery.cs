namespace IswitchRoofs.Identity.Application.SavedViews;

/// <summary>Filters and order of a list, always written the same way, so that two equal ones are equal texts.</summary>
public sealed record ListQuery(IReadOnlyList<KeyValuePair<string, string>> Values)
{
    public static ListQuery Parse(string text) => new(
    [
        .. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair =>
            KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]))),
    ]);

    public override string ToString() => string.Join('&', Values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}"));
}
