using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using IswitchRoofs.Identity.Application.Accounts;
using IswitchRoofs.Identity.Application.Integrations;
using IswitchRoofs.Identity.Infrastructure.Integrations;
using IswitchRoofs.Shared.Infrastructure;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>
/// Tells whose an access token is. The signature is checked once; afterwards the token's hash leads to the principal
/// until it expires or its session ends. No request reads the database for it.
/// </summary>
internal sealed class AccessTokens(SigningKeys keys, Revocations revocations, IntegrationUses uses, TokenSettings settings, TimeProvider clock)
{
    private const int MostEntries = 20_000;
    private const int LongestToken = 8_192;
    private static readonly string[] Carried = ["sub", "name", "email", "role", "team", "sid", SignedIn.RestrictedClaim, TokenClaims.Kind, TokenClaims.Integration];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<TokenHash, Known> _known = new();

    /// <returns>Null when the token is malformed, wrongly signed, expired or revoked.</returns>
    public async ValueTask<ClaimsPrincipal?> ReadAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken) return null;
        var hash = TokenHash.Of(token);
        if (_known.TryGetValue(hash, out var known))
        {
            if (known.ExpiresAt > clock.GetUtcNow() && !IsRevoked(known)) return Used(known);
            _known.TryRemove(hash, out _);
            return null;
        }

        await keys.EnsureLoadedAsync(ct);
        await revocations.EnsureLoadedAsync(ct);
        if (await ValidateAsync(token) is not { } read || IsRevoked(read)) return null;
        if (_known.Count >= MostEntries) Forget();
        _known[hash] = read;
        return Used(read);
    }

    private bool IsRevoked(Known known) => revocations.Contains(known.SessionId) || (known.TokenId is { } id && revocations.Contains(id));

    private ClaimsPrincipal Used(Known known)
    {
        if (known.IntegrationId is { } integration) uses.Note(integration);
        return known.Principal;
    }

    private async Task<Known?> ValidateAsync(string token)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = [keys.Signing.Algorithm],
            IssuerSigningKey = keys.Signing.Key,
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidAudience = TokenSettings.Audience,
            ValidateIssuer = settings.Issuer is not null,
            ValidIssuer = settings.Issuer?.AbsoluteUri,
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt) return null;
        var identity = new ClaimsIdentity(
            result.ClaimsIdentity.Claims.Where(c => Carried.Contains(c.Type)).Select(c => new Claim(c.Type, c.Value)), IdentityModule.BearerScheme, "name", "role");
        foreach (var scope in result.ClaimsIdentity.FindAll(Claims.Scope).SelectMany(c => c.Value.Split(' ')).Where(GrantableScopes.IsPermission))
            identity.AddClaim(new Claim(PrincipalPermissions.Claim, scope));
        if (!Guid.TryParse(identity.FindFirst("sid")?.Value, out var session) || !Guid.TryParse(identity.FindFirst("sub")?.Value, out _)) return null;

        // Without scopes a token would mean everything of the role; an integration's always lists what it may do.
        if (identity.HasClaim(TokenClaims.Kind, TokenClaims.IntegrationKind) && !identity.HasClaim(c => c.Type == PrincipalPermissions.Claim)) return null;
        return new Known(
            new ClaimsPrincipal(identity), session, Id(result.ClaimsIdentity, TokenClaims.TokenId), Id(identity, TokenClaims.Integration), new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero));
    }

    private static Guid? Id(ClaimsIdentity identity, string claim) => Guid.TryParse(identity.FindFirst(claim)?.Value, out var id) ? id : null;

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (hash, known) in _known)
            if (known.ExpiresAt <= now || IsRevoked(known)) _known.TryRemove(hash, out _);
        if (_known.Count >= MostEntries) _known.Clear();
    }

    private sealed record Known(ClaimsPrincipal Principal, Guid SessionId, Guid? TokenId, Guid? IntegrationId, DateTimeOffset ExpiresAt);

    private readonly record struct TokenHash(UInt128 High, UInt128 Low)
    {
        public static TokenHash Of(string token)
        {
            Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Math.Min(token.Length, 2_048))];
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            if (Encoding.UTF8.TryGetBytes(token, bytes, out var length)) SHA256.HashData(bytes[..length], hash);
            else SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
            return new TokenHash(
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash), System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
        }
    }
}
