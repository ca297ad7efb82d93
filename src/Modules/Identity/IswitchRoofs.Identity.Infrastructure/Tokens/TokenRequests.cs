using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Domain;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>Decides who gets tokens and what stands in them.</summary>
internal sealed class TokenRequests(
    SignInHandler signIn, ContinueSessionHandler continuation, GrantAccessHandler access, SignInThroughIntegrationHandler integrations,
    SignInThrottle throttle, ICurrentUser caller, TimeProvider clock)
    : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    /// <summary>Of the session's refresh token; stands in refresh tokens only.</summary>
    internal const string Generation = "generation";

    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsPasswordGrantType()) await SignInAsync(context);
        else if (context.Request.IsRefreshTokenGrantType()) await RefreshAsync(context);
        else if (context.Request.IsClientCredentialsGrantType()) await ActByItselfAsync(context);
        else if (context.Request.IsAuthorizationCodeGrantType()) await RedeemAsync(context);
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
            new SignIn(context.Request.Username, context.Request.Password, device, Browser: false, (string?)context.Request.GetParameter("otp")), context.CancellationToken);
        if (signedIn.IsFailure)
        {
            context.Reject(Errors.InvalidGrant, signedIn.Error.Detail);
            return;
        }

        if (signedIn.Value.SignedIn is not { } session)
        {
            var required = AccountErrors.SecondFactorRequired();
            TokenServer.NoteRefusal(context.Transaction, required);
            context.Reject(Errors.InvalidGrant, $"{required.Detail} Send it as otp.");
            return;
        }

        Grant(context, session, context.Request.GetScopes().Add(Scopes.OfflineAccess), generation: 0, lifetime: null, through: null);
    }

    private async Task ActByItselfAsync(HandleTokenRequestContext context)
    {
        var granted = await access.HandleAsync(new GrantAccess(Guid.Parse(context.ClientId!), context.Request.GetScopes()), context.CancellationToken);
        if (granted.IsFailure)
        {
            context.Reject(Errors.InvalidScope, string.Join(' ', granted.Error.Fields.SelectMany(f => f.Value)));
            return;
        }

        if (granted.Value is not { Role: { } role } grant)
        {
            context.Reject(Errors.InvalidClient, "The integration is disabled or has expired.");
            return;
        }

        var identity = new ClaimsIdentity("OAuth", "name", "role");
        identity.AddClaim(new Claim("sub", grant.IntegrationId.ToString()));
        identity.AddClaim(new Claim("name", grant.Name));
        identity.AddClaim(new Claim("role", role));
        identity.AddClaim(new Claim("sid", grant.GrantId.ToString()));
        identity.AddClaim(new Claim(TokenClaims.Kind, TokenClaims.IntegrationKind));
        identity.AddClaim(new Claim(TokenClaims.Integration, grant.IntegrationId.ToString()));
        identity.AddClaim(new Claim(TokenClaims.TokenId, Uuid.New(clock.GetUtcNow()).ToString()));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(grant.Scopes);
        principal.SetResources(TokenSettings.Audience);
        principal.SetDestinations(static _ => [Destinations.AccessToken]);
        Shorten(context, principal, grant);
        context.SignIn(principal);
    }

    private async Task RedeemAsync(HandleTokenRequestContext context)
    {
        var code = context.AuthorizationCodePrincipal!;
        var scopes = code.GetScopes();
        var granted = await access.HandleAsync(new GrantAccess(Guid.Parse(context.ClientId!), scopes), context.CancellationToken);
        if (granted.IsFailure || granted.Value is not { } grant)
        {
            context.Reject(Errors.InvalidGrant, "The integration was changed or disabled in the meantime.");
            return;
        }

        try
        {
            var signedIn = await integrations.HandleAsync(
                new SignInThroughIntegration(Guid.Parse(code.GetClaim("sid")!), Guid.Parse(code.GetClaim("sub")!), grant.IntegrationId, grant.Name), context.CancellationToken);
            if (signedIn.IsFailure) context.Reject(Errors.InvalidGrant, signedIn.Error.Detail);
            else Grant(context, signedIn.Value, scopes, generation: 0, lifetime: null, grant);
        }
        catch (ConstraintViolatedException)
        {
            // Two exchanges of one code at the same moment: the session is the first one's.
            context.Reject(Errors.InvalidGrant, "The authorization code was used already.");
        }
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

        // The integration was asked for the token's scopes then and is asked again now; a token that names none keeps its own.
        var scopes = context.Request.GetScopes() is { Length: > 0 } fewer ? fewer : principal.GetScopes();
        AccessGrant? through = null;
        if (context.ClientId is { } client && Guid.TryParse(client, out var id))
        {
            var granted = await access.HandleAsync(new GrantAccess(id, scopes), context.CancellationToken);
            through = granted.IsSuccess ? granted.Value : null;
            if (through is null)
            {
                context.Reject(Errors.InvalidGrant, "The integration was changed or disabled in the meantime.");
                return;
            }
        }

        var continued = await continuation.HandleAsync(new ContinueSession(session, generation), context.CancellationToken);
        if (continued.IsFailure)
        {
            context.Reject(Errors.InvalidGrant, continued.Error.Detail);
            return;
        }

        Grant(context, continued.Value.SignedIn, scopes.Add(Scopes.OfflineAccess), generation + 1, continued.Value.EndsAt - clock.GetUtcNow(), through);
    }

    private void Grant(
        HandleTokenRequestContext context, SignedIn signedIn, ImmutableArray<string> scopes, int generation, TimeSpan? lifetime, AccessGrant? through)
    {
        var principal = signedIn.ToPrincipal("OAuth");
        principal.SetClaim(Generation, generation.ToString(CultureInfo.InvariantCulture));
        principal.SetScopes(scopes);
        if (through is not null) principal.SetClaim(TokenClaims.Integration, through.IntegrationId.ToString());
        principal.SetResources(TokenSettings.Audience);
        principal.SetDestinations(static claim => claim.Type is Generation ? [] : [Destinations.AccessToken, Destinations.IdentityToken]);

        // The last refresh token of a family lives no longer than the family.
        if (lifetime < context.Options.RefreshTokenLifetime) principal.SetRefreshTokenLifetime(lifetime);
        if (through is not null) Shorten(context, principal, through);
        TokenServer.NoteSubject(context.Transaction, signedIn.UserId);
        context.SignIn(principal);
    }

    private void Shorten(HandleTokenRequestContext context, ClaimsPrincipal principal, AccessGrant grant)
    {
        if (grant.ExpiresAt - clock.GetUtcNow() is not { } rest) return;
        if (rest < context.Options.AccessTokenLifetime) principal.SetAccessTokenLifetime(rest);
        if (rest < (principal.GetRefreshTokenLifetime() ?? context.Options.RefreshTokenLifetime)) principal.SetRefreshTokenLifetime(rest);
    }
}
