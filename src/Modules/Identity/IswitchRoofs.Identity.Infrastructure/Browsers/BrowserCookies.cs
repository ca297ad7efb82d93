using IswitchRoofs.Identity.Domain.Sessions;
using IswitchRoofs.Identity.Infrastructure.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Identity.Infrastructure.Browsers;

internal sealed class BrowserCookies(TicketStore store, Revocations revocations) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityModule.CookieScheme) return;
        options.Cookie.Name = "iswitchroofs";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        options.CookieManager = new HostCookies();
        options.SessionStore = store;
        options.ExpireTimeSpan = Session.BrowserIdle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = CheckAsync,
            OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => Status(context, StatusCodes.Status403Forbidden),
        };
    }

    private async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        await revocations.EnsureLoadedAsync(context.HttpContext.RequestAborted);
        if (!Guid.TryParse(context.Principal?.FindFirst("sid")?.Value, out var session) || revocations.Contains(session))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityModule.CookieScheme);
        }
    }

    // Scripts of the pages must hear that the session ended, not receive the sign-in page.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api") || request.Headers.ContainsKey("HX-Request") || !HttpMethods.IsGet(request.Method)) return Status(context, status);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
