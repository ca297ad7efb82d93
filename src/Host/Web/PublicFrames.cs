namespace IswitchRoofs.Host.Web;

/// <summary>
/// The policy of the pages for strangers: stricter than the office's, but for the frame, which the form's own list of origins
/// opens. An error page under the same address gets the policy without any.
/// </summary>
internal static class PublicFrames
{
    private static readonly object Item = new();

    public static bool Covers(HttpRequest request) => request.Path.StartsWithSegments("/forms") || request.Path.StartsWithSegments("/refer");

    /// <param name="origins">As https://www.example.com; checked when they were saved.</param>
    /// <param name="redirectUrl">Where the form leads after it was sent: browsers ask the policy there, too.</param>
    public static void Allow(HttpContext http, IReadOnlyList<string> origins, string? redirectUrl) =>
        http.Items[Item] = (origins, redirectUrl is null ? "" : " " + new Uri(redirectUrl).GetLeftPart(UriPartial.Authority));

    public static void Use(IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var (origins, target) = http.Items[Item] is (IReadOnlyList<string> allowed, string redirect) ? (allowed, redirect) : ([], "");
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; "
                + $"form-action 'self'{target}; frame-ancestors {(origins.Count == 0 ? "'none'" : string.Join(' ', origins))}";

            // It knows no list: where there is one, the policy above speaks alone.
            if (origins.Count == 0) headers.XFrameOptions = "DENY";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
