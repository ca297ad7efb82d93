using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Web.Pages;

/// <summary>Stored values as the options of a select.</summary>
internal static class Choices
{
    public static IEnumerable<SelectListItem> Of(IEnumerable<string> values, string? chosen = null) =>
        values.Select(v => new SelectListItem(Words.Of(v), v, v == chosen));

    /// <summary>"New, Contacted" for <c>new,contacted</c>.</summary>
    public static string InWords(string values) =>
        string.Join(", ", values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Words.Of));
}
