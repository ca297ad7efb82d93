namespace IswitchRoofs.Identity.Domain.Integrations;

public enum IntegrationKind
{
    /// <summary>A program that acts by itself, as a role, and shows a secret.</summary>
    ClientCredentials,

    /// <summary>A program in a person's hands that acts for whoever signs in; it keeps no secret and proves itself by PKCE.</summary>
    AuthorizationCode,
}
