namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>What our access tokens say beyond the usual claims.</summary>
internal static class TokenClaims
{
    /// <summary>Absent for people.</summary>
    public const string Kind = "kind";

    public const string IntegrationKind = "integration";

    /// <summary>The integration that holds the token, whether it acts by itself or for a person.</summary>
    public const string Integration = "integration";

    /// <summary>By which one token of a grant is revoked.</summary>
    public const string TokenId = "tid";
}
