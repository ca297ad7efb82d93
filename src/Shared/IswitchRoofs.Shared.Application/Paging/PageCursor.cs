using System.Buffers.Text;
using System.Text.Json;

namespace IswitchRoofs.Shared.Application.Paging;

/// <summary>Where a walk stands: the order and the last row's sort values. Opaque to callers; it grants nothing.</summary>
internal static class PageCursor
{
    internal static string Encode(string sort, IEnumerable<JsonElement> values) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Content(sort, [.. values])));

    /// <returns>Null when it is not one of ours, or of another order.</returns>
    internal static JsonElement[]? Decode(string cursor, string sort, int keys)
    {
        if (cursor.Length > 2_000 || !Base64Url.IsValid(cursor)) return null;
        try
        {
            var content = JsonSerializer.Deserialize<Content>(Base64Url.DecodeFromChars(cursor));
            return content is { Values: not null } && content.Sort == sort && content.Values.Length == keys ? content.Values : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Content(string Sort, JsonElement[] Values);
}
