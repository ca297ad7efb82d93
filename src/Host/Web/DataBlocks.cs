using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace IswitchRoofs.Host.Web;

/// <summary>Data for scripts inside a page. A block of type application/json is never executed, so the policy allows it.</summary>
internal static class DataBlocks
{
    // The default encoder escapes < > & ', so no value can end the block early.
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IHtmlContent DataBlock(this IHtmlHelper html, string id, object value) =>
        new HtmlString($"<script type=\"application/json\" id=\"{html.Encode(id)}\">{JsonSerializer.Serialize(value, Json)}</script>");
}
