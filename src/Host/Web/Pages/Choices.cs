using IswitchRoofs.Host.Web.Display;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Web.Pages;

/// <summary>Stored values as the options of a select.</summary>
internal static class Choices
{
    /// <param name="chosen">Several at once, as an address may ask for, become a choice of their own: the form must not drop them.</param>
    public static IEnumerable<SelectListItem> Of(IEnumerable<string> values, string? chosen = null)
    {
        var choices = values.Select(v => new SelectListItem(Words.Of(v), v, v == chosen));
        return chosen?.Contains(',', StringComparison.Ordinal) == true ? choices.Append(new SelectListItem(InWords(chosen), chosen, selected: true)) : choices;
    }

    /// <summary>"New, Contacted" for <c>new,contacted</c>.</summary>
    public static string InWords(string values) =>
        string.Join(", ", values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Words.Of));
}
