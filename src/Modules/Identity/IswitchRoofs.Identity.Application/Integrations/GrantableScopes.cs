using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>Scopes are the names of permissions: one vocabulary for roles, tokens and documentation.</summary>
public static class GrantableScopes
{
    // One's own notifications and sessions are a person's, and a stolen secret must not beget further secrets.
    private static readonly string[] ForPeopleOnly = [IdentityPermissions.OwnAccount, IdentityPermissions.ManageIntegrations];

    public static IReadOnlyList<string> All(IPermissionCatalog catalog) =>
        [.. WireName.All<UserRole>().SelectMany(catalog.PermissionsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What a form offers: nothing that would be refused.</summary>
    /// <param name="isApp">Acts for whoever signs in.</param>
    public static IReadOnlyList<string> Offered(IPermissionCatalog catalog, bool isApp) =>
        isApp ? All(catalog) : [.. All(catalog).Except(ForPeopleOnly, StringComparer.Ordinal)];

    /// <param name="role">Null: whatever the person who signs in may.</param>
    internal static IReadOnlyList<string> For(IPermissionCatalog catalog, UserRole? role) =>
        role is { } known ? [.. catalog.PermissionsOf(WireName.Of(known)).Except(ForPeopleOnly, StringComparer.Ordinal)] : All(catalog);

    /// <summary>OpenID Connect's own scopes have no dot in their names.</summary>
    public static bool IsPermission(string scope) => scope.Contains('.', StringComparison.Ordinal);
}
