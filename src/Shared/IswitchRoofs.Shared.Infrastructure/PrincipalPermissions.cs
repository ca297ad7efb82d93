using System.Security.Claims;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Shared.Infrastructure;

/// <summary>What a principal may do: what the role grants, narrowed to the scopes of the token where it has some.</summary>
public static class PrincipalPermissions
{
    /// <summary>One for each permission of a narrowed token; none: everything of the role.</summary>
    public const string Claim = "permission";

    public static bool May(this ClaimsPrincipal principal, IPermissionCatalog catalog, string permission) =>
        principal.FindFirst("role")?.Value is { } role && catalog.Grants(role, permission)
        && (principal.HasClaim(Claim, permission) || !principal.HasClaim(c => c.Type == Claim));
}
