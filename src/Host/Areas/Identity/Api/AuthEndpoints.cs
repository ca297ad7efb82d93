using System.Globalization;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;

namespace IswitchRoofs.Host.Areas.Identity.Api;

/// <summary>
/// Signing in and out for REST clients. No idempotency here: tokens must not be stored, and passwords are not hashed
/// inside a transaction.
/// </summary>
internal static class AuthEndpoints
{
    public static void MapAuthApi(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/auth").WithTags("Accounts and tokens").RequireAuthorization(IdentityPermissions.OwnAccount).RefuseUnknownQuery();
        auth.MapPost("/login", PostLogin).WithName("LogIn").WithSummary("Sign in with e-mail and password").AllowAnonymous().Produces<TokenAnswer>();
        auth.MapPost("/refresh", PostRefresh).WithName("RefreshTokens").WithSummary("Exchange a refresh token for a new pair; the old one is used up")
            .AllowAnonymous().Produces<TokenAnswer>();
        auth.MapPost("/logout", PostLogout).WithName("LogOut").WithSummary("End this session and its tokens").Produces(StatusCodes.Status204NoContent);
        auth.MapGet("/me", ReadMe).WithName("ReadMe").WithSummary("Who the caller is and what they may do").Produces<Me>();
        auth.MapPost("/password/change", PostPassword).WithName("ChangePassword").WithSummary("Change one's password; ends all of one's sessions")
            .Produces(StatusCodes.Status204NoContent);
        auth.MapGet("/sessions", ListSessions).WithName("ListSessions").WithSummary("The caller's open sessions, by device").Produces<SessionList>();
        auth.MapDelete("/sessions/{id:guid}", RemoveSession).WithName("EndSession").WithSummary("Sign one of the caller's devices out")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PostLogin(HttpContext http, LogIn command, LogInHandler handler, SignInThrottle throttle, CancellationToken ct)
    {
        if (throttle.Delay(http.Connection.RemoteIpAddress?.ToString(), command.Email) is { } delay) return TooMany(http, delay);
        return Secret(http, ApiAnswers.Item(await handler.HandleAsync(command, ct)));
    }

    private static async Task<IResult> PostRefresh(HttpContext http, RefreshTokens command, RefreshTokensHandler handler, CancellationToken ct) =>
        Secret(http, ApiAnswers.Item(await handler.HandleAsync(command, ct)));

    private static async Task<IResult> PostLogout(EndOwnSessionHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new EndOwnSession(null), ct));

    private static async Task<IResult> ReadMe(GetMeHandler handler, CancellationToken ct) => ApiAnswers.Item(await handler.HandleAsync(new GetMe(), ct));

    private static async Task<IResult> PostPassword(ChangePassword command, ChangePasswordHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(command, ct));

    private static async Task<IResult> ListSessions(ListOwnSessionsHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new ListOwnSessions(), ct));

    private static async Task<IResult> RemoveSession(Guid id, EndOwnSessionHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new EndOwnSession(id), ct));

    private static IResult Secret(HttpContext http, IResult answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        return answer;
    }

    private static IResult TooMany(HttpContext http, TimeSpan delay)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Results.Problem(Problems.Describe(http, StatusCodes.Status429TooManyRequests, "auth.too_many_attempts", "Too many sign-ins. Wait a minute and try again."));
    }
}
