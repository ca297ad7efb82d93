using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Company;

namespace IswitchRoofs.Host.Web;

/// <summary>
/// Holds back whoever needs a second factor and has none (U4): their session leads to setting it up and nowhere else.
/// </summary>
internal static class SecondFactorGate
{
    public const string SetupPath = "/Profile/SecondFactor";
    private static readonly string[] OpenPaths = ["/api/auth", "/connect", "/sign-out", SetupPath, "/Error", "/health", "/docs", CompanyLogos.Path];

    public static IApplicationBuilder UseSecondFactorGate(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.User.FindFirst(SignedIn.RestrictedClaim) is null || Array.Exists(OpenPaths, open => http.Request.Path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase)))
            return next(http);
        if (http.Request.Path.StartsWithSegments("/api") || http.Request.Headers.ContainsKey("HX-Request"))
        {
            return Problems.WriteAsync(http, Problems.Describe(
                http, StatusCodes.Status403Forbidden, "auth.second_factor_setup_required", "Your role needs a second factor: set it up before anything else."));
        }

        http.Response.Redirect(SetupPath);
        return Task.CompletedTask;
    });
}
