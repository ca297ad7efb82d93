namespace IswitchRoofs.Host.Web.Api;

internal static class RequestIds
{
    private const string Header = "X-Request-Id";

    /// <summary>Echoes the caller's <c>X-Request-Id</c>, or makes one.</summary>
    public static void UseRequestIds(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var given = http.Request.Headers[Header].ToString();
        var id = given.Length is > 0 and <= 128 && given.All(c => c is > ' ' and <= '~') ? given : http.TraceIdentifier;

        // Late, because handling an exception clears the headers.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        return next(http);
    });
}
