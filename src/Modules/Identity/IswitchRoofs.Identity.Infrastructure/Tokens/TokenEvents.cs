using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Infrastructure.Integrations;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>Stops OpenIddict from writing an HTTP answer to a request that did not come by HTTP.</summary>
internal sealed class InProcessAnswers : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        if (TokenServer.IsInProcess(context.Transaction)) context.HandleRequest();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Without a configured issuer it is the address of the request, which differs between hosts: the signature decides.</summary>
internal sealed class IssuerCheck(TokenSettings settings) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (settings.Issuer is null) context.TokenValidationParameters.ValidateIssuer = false;
        return ValueTask.CompletedTask;
    }
}

/// <summary>
/// A refresh token that was exchanged before, past the moment of grace, or an authorization code that was, is in two hands:
/// its session ends, and with it the access tokens; OpenIddict then revokes the family.
/// </summary>
internal sealed class ReusedTokens(IOpenIddictTokenManager tokens, EndSessionHandler ending, TokenSettings settings, TimeProvider clock)
    : IOpenIddictServerHandler<ValidateTokenContext>
{
    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Principal is not { } principal || context.TokenId is not { } tokenId) return;
        var isCode = principal.HasTokenType(TokenTypeIdentifiers.Private.AuthorizationCode);
        if (!isCode && !principal.HasTokenType(TokenTypeIdentifiers.RefreshToken)) return;
        if (!Guid.TryParse(principal.GetClaim("sid"), out var session)) return;
        var token = await tokens.FindByIdAsync(tokenId, context.CancellationToken);
        if (token is null || !await tokens.HasStatusAsync(token, Statuses.Redeemed, context.CancellationToken)) return;
        if (!isCode && await tokens.GetRedemptionDateAsync(token, context.CancellationToken) + settings.ReuseLeeway > clock.GetUtcNow()) return;
        await ending.HandleAsync(new EndSession(session, "token_reused"), context.CancellationToken);
    }
}

/// <summary>Whoever revokes one token of a session ends the session: its other tokens are of no more use.</summary>
internal sealed class RevocationRequests(EndSessionHandler ending, IdentityDbContext db, Revocations revocations, TimeProvider clock)
    : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        // An integration has no session: its other tokens, in other processes of it, stay good.
        if (Guid.TryParse(context.GenericTokenPrincipal?.GetClaim(TokenClaims.TokenId), out var token))
        {
            if (!revocations.Contains(token))
            {
                db.Add(new EndedGrant { Id = token, EndedAt = clock.GetUtcNow() });
                await db.SaveChangesAsync(context.CancellationToken);
                revocations.Announce(token);
            }

            return;
        }

        if (Guid.TryParse(context.GenericTokenPrincipal?.GetClaim("sid"), out var session))
            await ending.HandleAsync(new EndSession(session, "signed_out"), context.CancellationToken);
    }
}

internal sealed class UserInfoRequests(Revocations revocations) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
{
    public async ValueTask HandleAsync(HandleUserInfoRequestContext context)
    {
        var principal = context.AccessTokenPrincipal;
        await revocations.EnsureLoadedAsync(context.CancellationToken);
        if ((Guid.TryParse(principal.GetClaim("sid"), out var session) && revocations.Contains(session))
            || (Guid.TryParse(principal.GetClaim(TokenClaims.TokenId), out var token) && revocations.Contains(token)))
        {
            context.Reject(Errors.InvalidToken, "The session has ended.");
            return;
        }

        foreach (var claim in (string[])["name", "email", "role"])
            if (principal.GetClaim(claim) is { } value) context.Claims[claim] = value;
    }
}
