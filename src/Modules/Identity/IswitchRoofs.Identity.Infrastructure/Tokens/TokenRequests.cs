using System.Globalization;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Shared.Application;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>Decides who gets tokens and what stands in them.</summary>
internal sealed class TokenRequests(
    SignInHandler signIn, ContinueSessionHandler continuation, SignInThrottle throttle, ICurrentUser caller, TimeProvider clock)
    : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    /// <summary>Of the session's refresh token; stands in refresh tokens only.</summary>
    internal const string Generation = "generation";

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsPasswordGrantType()) await SignInAsync(context);
        else if (context.Request.IsRefreshTokenGrantType()) await RefreshAsync(context);
        else context.Reject(Errors.UnsupportedGrantType, "This grant type is not supported.");
    }

    private async Task SignInAsync(HandleTokenRequestContext context)
    {
        if (!TokenServer.IsInProcess(context.Transaction) && throttle.Delay(caller.IpAddress, context.Request.Username) is not null)
        {
            context.Reject(Errors.SlowDown, "Too many sign-ins: try again in a minute.");
            return;
        }

        var device = (string?)context.Request.GetParameter("device");
        var signedIn = await signIn.HandleAsync(
            new SignIn(context.Request.Username, context.Request.Password, device, Browser: false), context.CancellationToken);
        if (signedIn.IsFailure)
        {
            context.Reject(Errors.InvalidGrant, signedIn.Error.Detail);
            return;
        }

        Grant(context, signedIn.Value, generation: 0, lifetime: null);
    }

    private async Task RefreshAsync(HandleTokenRequestContext context)
    {
        var principal = context.RefreshTokenPrincipal!;
        if (!Guid.TryParse(principal.GetClaim("sid"), out var session)
            || !int.TryParse(principal.GetClaim(Generation), NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
        {
            context.Reject(Errors.InvalidGrant, AccountErrors.InvalidRefreshToken().Detail);
            return;
        }

        var continued = await continuation.HandleAsync(new ContinueSession(session, generation), context.CancellationToken);
        if (continued.IsFailure)
        {
            context.Reject(Errors.InvalidGrant, continued.Error.Detail);
            return;
        }

        Grant(context, continued.Value.SignedIn, generation + 1, continued.Value.EndsAt - clock.GetUtcNow());
    }

    private static void Grant(HandleTokenRequestContext context, SignedIn signedIn, int generation, TimeSpan? lifetime)
    {
        var principal = signedIn.ToPrincipal("OAuth");
        principal.SetClaim(Generation, generation.ToString(CultureInfo.InvariantCulture));
        principal.SetScopes(context.Request.GetScopes().Add(Scopes.OfflineAccess));
        principal.SetResources(TokenSettings.Audience);
        principal.SetDestinations(static claim => claim.Type is Generation ? [] : [Destinations.AccessToken, Destinations.IdentityToken]);

        // The last refresh token of a family lives no longer than the family.
        if (lifetime < context.Options.RefreshTokenLifetime) principal.SetRefreshTokenLifetime(lifetime);
        TokenServer.NoteSubject(context.Transaction, signedIn.UserId);
        context.SignIn(principal);
    }
}
