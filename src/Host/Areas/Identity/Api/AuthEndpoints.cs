using System.Globalization;
using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Host.Web.Errors;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Users;

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
        auth.MapPatch("/me", PatchMe).WithName("ChangeMe").WithSummary("Change one's own name, phone or time zone")
            .Accepts<ProfilePatch>("application/merge-patch+json", "application/json").Produces<UserDetails>();
        auth.MapPost("/password/change", PostPassword).WithName("ChangePassword").WithSummary("Change one's password; ends one's other sessions")
            .Produces(StatusCodes.Status204NoContent);
        auth.MapPost("/password/forgot", PostForgotten).WithName("RequestPasswordReset").WithSummary("Mail a link that sets a new password; 202 whether or not the address is known")
            .AllowAnonymous().Produces(StatusCodes.Status202Accepted);
        auth.MapPost("/password/reset", PostReset).WithName("ResetPassword").WithSummary("Set a password with a mailed link's token, which accepts an invitation too; ends all of the user's sessions")
            .AllowAnonymous().Produces(StatusCodes.Status204NoContent);
        auth.MapPost("/two-factor/setup", PostSetup).WithName("SetUpSecondFactor").WithSummary("Begin a second factor: the secret for an authenticator app, as text, address and picture")
            .Produces<SecondFactorSecret>();
        auth.MapPost("/two-factor/confirm", PostConfirmation).WithName("ConfirmSecondFactor")
            .WithSummary("Switch the second factor on with a code of the app; answers the recovery codes this once and ends one's other sessions").Produces<SecondFactorOn>();
        auth.MapPost("/two-factor/recovery-codes", PostRecoveryCodes).WithName("RenewRecoveryCodes")
            .WithSummary("New recovery codes, shown this once; the old ones stop at once").Produces<NewRecoveryCodes>();
        auth.MapPost("/two-factor/disable", PostDisabling).WithName("DisableSecondFactor").WithSummary("Switch the second factor off, with the password")
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

    private static async Task<IResult> PatchMe(HttpContext http, ProfilePatch fields, IfMatch ifMatch, ChangeOwnProfileHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeOwnProfile(fields, ifMatch.Version), ct)).Versioned(u => u.Version));

    private static async Task<IResult> PostSetup(HttpContext http, SetUpSecondFactorHandler handler, CancellationToken ct) =>
        Secret(http, ApiAnswers.Item(await handler.HandleAsync(new SetUpSecondFactor(), ct)));

    private static async Task<IResult> PostConfirmation(HttpContext http, ConfirmSecondFactor command, ConfirmSecondFactorHandler handler, CancellationToken ct) =>
        Secret(http, ApiAnswers.Item(await handler.HandleAsync(command, ct)));

    private static async Task<IResult> PostRecoveryCodes(HttpContext http, RenewRecoveryCodes command, RenewRecoveryCodesHandler handler, CancellationToken ct) =>
        Secret(http, ApiAnswers.Item(await handler.HandleAsync(command, ct)));

    private static async Task<IResult> PostDisabling(DisableSecondFactor command, DisableSecondFactorHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(command, ct));

    private static async Task<IResult> PostPassword(ChangePassword command, ChangePasswordHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(command, ct));

    private static async Task<IResult> PostForgotten(
        HttpContext http, RequestPasswordReset command, RequestPasswordResetHandler handler, SignInThrottle throttle, TimeProvider clock, CancellationToken ct)
    {
        if (throttle.Delay(http.Connection.RemoteIpAddress?.ToString(), $"forgotten {command.Email}") is { } delay) return TooMany(http, delay);
        var result = await EvenTime.TakeAsync(() => handler.HandleAsync(command, ct), clock, ct);
        return result.IsFailure ? result.Error.ToProblem() : TypedResults.Accepted((string?)null);
    }

    private static async Task<IResult> PostReset(HttpContext http, ResetPassword command, ResetPasswordHandler handler, SignInThrottle throttle, CancellationToken ct)
    {
        if (throttle.DelayOfSecret(http.Connection.RemoteIpAddress?.ToString(), command.Token) is { } delay) return TooMany(http, delay);
        return ApiAnswers.NoContent(await handler.HandleAsync(command, ct));
    }

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
