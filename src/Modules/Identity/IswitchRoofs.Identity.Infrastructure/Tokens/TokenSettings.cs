using Microsoft.Extensions.Configuration;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

internal sealed class TokenSettings(IConfiguration configuration)
{
    public const string Audience = "iswitchroofs";

    public TimeSpan AccessTokenLifetime { get; } = configuration.GetValue("Identity:AccessTokenLifetime", TimeSpan.FromHours(24));

    /// <summary>Null: the address under which the request came, as fits a server that is reached by one name only.</summary>
    public Uri? Issuer { get; } = configuration["Identity:Issuer"] is { Length: > 0 } issuer ? new Uri(issuer, UriKind.Absolute) : null;

    /// <summary>For a moment after an exchange the used refresh token still works: its answer may have been lost on the way.</summary>
    public TimeSpan ReuseLeeway { get; } = TimeSpan.FromSeconds(10);
}
