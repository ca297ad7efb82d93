using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Identity.Infrastructure;

/// <summary>
/// Asks OpenIddict only about requests to its own addresses: otherwise every request of every kind would run through
/// its pipeline first.
/// </summary>
internal sealed class RequestSchemes(IOptions<AuthenticationOptions> options, IHttpContextAccessor http) : AuthenticationSchemeProvider(options)
{
    private static readonly Task<IEnumerable<AuthenticationScheme>> None = Task.FromResult<IEnumerable<AuthenticationScheme>>([]);

    public override Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync() =>
        http.HttpContext is { } context && !IsOurs(context.Request.Path) ? None : base.GetRequestHandlerSchemesAsync();

    internal static bool IsOurs(PathString path) => path.StartsWithSegments("/connect") || path.StartsWithSegments("/.well-known");
}
