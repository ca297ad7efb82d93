using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>
/// Tells whose an access token is. The signature is checked once; afterwards the token's hash leads to the principal
/// until it expires or its session ends. No request reads the database for it.
/// </summary>
internal sealed class AccessTokens(SigningKeys keys, Revocations revocations, TokenSettings settings, TimeProvider clock)
{
    private const int MostEntries = 20_000;
    private const int LongestToken = 8_192;
    private static readonly string[] Carried = ["sub", "name", "email", "role", "team", "sid"];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<TokenHash, Known> _known = new();

    /// <returns>Null when the token is malformed, wrongly signed, expired or revoked.</returns>
    public async ValueTask<ClaimsPrincipal?> ReadAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken) return null;
        var hash = TokenHash.Of(token);
        if (_known.TryGetValue(hash, out var known))
        {
            if (known.ExpiresAt > clock.GetUtcNow() && !revocations.Contains(known.SessionId)) return known.Principal;
            _known.TryRemove(hash, out _);
            return null;
        }

        await keys.EnsureLoadedAsync(ct);
        await revocations.EnsureLoadedAsync(ct);
        if (await ValidateAsync(token) is not { } read || revocations.Contains(read.SessionId)) return null;
        if (_known.Count >= MostEntries) Forget();
        _known[hash] = read;
        return read.Principal;
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
        return Guid.TryParse(identity.FindFirst("sid")?.Value, out var session) && Guid.TryParse(identity.FindFirst("sub")?.Value, out _)
            ? new Known(new ClaimsPrincipal(identity), session, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero))
            : null;
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (hash, known) in _known)
            if (known.ExpiresAt <= now || revocations.Contains(known.SessionId)) _known.TryRemove(hash, out _);
        if (_known.Count >= MostEntries) _known.Clear();
    }

    private sealed record Known(ClaimsPrincipal Principal, Guid SessionId, DateTimeOffset ExpiresAt);

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
