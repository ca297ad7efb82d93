using System.Security.Claims;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Infrastructure;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IswitchRoofs.Identity.Tests;

/// <summary>Just enough of the host's doors to reach the module as its clients do.</summary>
internal static class TestDoors
{
    internal static void Map(WebApplication app)
    {
        app.MapPost("/api/auth/login", async (LogIn request, LogInHandler handler, CancellationToken ct) => Answer(await handler.HandleAsync(request, ct)));
        app.MapPost("/api/auth/refresh", async (RefreshTokens request, RefreshTokensHandler handler, CancellationToken ct) => Answer(await handler.HandleAsync(request, ct)));
        app.MapPost("/api/auth/logout", async (EndOwnSessionHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(new EndOwnSession(null), ct)).IsSuccess ? Results.NoContent() : Results.NotFound());
        app.MapPost("/api/auth/two-factor/setup", async (SetUpSecondFactorHandler handler, CancellationToken ct) => Answer(await handler.HandleAsync(new SetUpSecondFactor(), ct)));
        app.MapPost("/api/auth/two-factor/confirm", async (ConfirmSecondFactor request, ConfirmSecondFactorHandler handler, CancellationToken ct) => Answer(await handler.HandleAsync(request, ct)));
        app.MapPost("/api/auth/two-factor/recovery-codes", async (RenewRecoveryCodes request, RenewRecoveryCodesHandler handler, CancellationToken ct) => Answer(await handler.HandleAsync(request, ct)));
        app.MapPost("/api/auth/two-factor/disable", async (DisableSecondFactor request, DisableSecondFactorHandler handler, CancellationToken ct) =>
            await handler.HandleAsync(request, ct) is { IsFailure: true } refused ? Results.Json(new { code = refused.Error.Code }, statusCode: 409) : Results.NoContent());
        app.MapPost("/api/auth/password/change", async (ChangePassword request, ChangePasswordHandler handler, CancellationToken ct) =>
            (await handler.HandleAsync(request, ct)).IsSuccess ? Results.NoContent() : Results.BadRequest());
        app.MapGet("/api/whoami", async (HttpContext context) =>
        {
            if (context.User.Identity is not { IsAuthenticated: true })
            {
                await context.ChallengeAsync();
                return Results.Empty;
            }

            return Results.Text(string.Join('\n', context.User.Claims.Select(c => $"{c.Type}={c.Value}")));
        });
        app.MapGet("/whoami", async (HttpContext context) =>
        {
            if (context.User.Identity is not { IsAuthenticated: true })
            {
                await context.ChallengeAsync();
                return Results.Empty;
            }

            return Results.Text(context.User.FindFirstValue("sub"));
        });
        app.MapPost("/sign-in", async (SignIn request, SignInHandler handler, HttpContext context, CancellationToken ct) =>
        {
            var signedIn = await handler.HandleAsync(request with { Browser = true }, ct);
            if (signedIn.IsFailure) return Results.StatusCode(401);
            await context.SignInAsync(IdentityModule.CookieScheme, signedIn.Value.SignedIn!.ToPrincipal(IdentityModule.CookieScheme));
            return Results.NoContent();
        });
    }

    private static IResult Answer<T>(Result<T> result) =>
        result.IsSuccess ? Results.Ok(result.Value) : Results.Json(new { code = result.Error.Code, detail = result.Error.Detail }, statusCode: 401);
}
