using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IswitchRoofs.Host.Web;

/// <param name="Kind"><c>success</c>, <c>info</c>, <c>warning</c>, <c>danger</c>.</param>
/// <param name="UndoUrl">Posting there takes the change back; the toast then offers Undo for ten seconds.</param>
internal sealed record Toast(string Text, string Kind = "success", string? Detail = null, string? Href = null, string? UndoUrl = null);

/// <summary>Says what happened: after a redirect on the next page, or with the answer to an htmx request at once.</summary>
internal static class Toasts
{
    private const string Key = "toasts";

    public static void Toast(this PageModel page, string text, string kind = "success", string? detail = null, string? href = null, string? undoUrl = null)
    {
        var toast = new Toast(text, kind, detail, href, undoUrl);
        if (page.Request.Headers.ContainsKey("HX-Request"))
        {
            page.Response.Headers["HX-Trigger"] = JsonSerializer.Serialize(new { toast }, DataBlocks.Json);
            return;
        }

        var waiting = Read(page.TempData).Append(toast);
        page.TempData[Key] = JsonSerializer.Serialize(waiting, DataBlocks.Json);
    }

    /// <summary>Reading empties it.</summary>
    public static IReadOnlyList<Toast> Take(ITempDataDictionary temp) => Read(temp);

    private static Toast[] Read(ITempDataDictionary temp) =>
        temp[Key] is string stored ? JsonSerializer.Deserialize<Toast[]>(stored, DataBlocks.Json) ?? [] : [];
}
