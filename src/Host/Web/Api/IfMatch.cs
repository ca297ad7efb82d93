using System.Globalization;

namespace IswitchRoofs.Host.Web.Api;

/// <summary>The version the caller believes to change; absent or <c>*</c> means any.</summary>
internal readonly record struct IfMatch(uint? Version)
{
    public static ValueTask<IfMatch> BindAsync(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*") return ValueTask.FromResult(default(IfMatch));

        // A tag that we never gave out matches nothing (xmin 0 does not exist).
        var known = uint.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && header.StartsWith('"');
        return ValueTask.FromResult(new IfMatch(known ? version : 0));
    }
}
