using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>An integration's fields as they were typed, checked in one place for creating and changing.</summary>
internal static class IntegrationFields
{
    internal static string? Name(Validation check, string? name) => check.Text("name", name, 100, required: true);

    internal static UserRole? Role(Validation check, IntegrationKind? kind, string? role)
    {
        if (kind == IntegrationKind.AuthorizationCode && !string.IsNullOrWhiteSpace(role))
        {
            check.Add("role", "must be empty: an app acts for the person who signs in, with that person's role.");
            return null;
        }

        return check.Enum<UserRole>("role", role, required: kind == IntegrationKind.ClientCredentials);
    }

    internal static string[] Scopes(Validation check, IPermissionCatalog catalog, UserRole? role, IReadOnlyList<string?>? values)
    {
        var scopes = (values ?? []).Select(s => s?.Trim() ?? "").ToArray();
        var known = GrantableScopes.For(catalog, role);
        for (var i = 0; i < scopes.Length; i++)
            if (!known.Contains(scopes[i])) check.Add($"scopes[{i}]", $"must be a permission that the role gives to integrations: one of {string.Join(", ", known)}.");
        return scopes;
    }

    internal static string[] Addresses(Validation check, IntegrationKind? kind, IReadOnlyList<string?>? values)
    {
        var uris = (values ?? []).Select(u => u?.Trim() ?? "").ToArray();
        if (kind == IntegrationKind.ClientCredentials && uris.Length > 0) check.Add("redirect_uris", "must be empty: nobody signs in through this integration.");
        if (kind == IntegrationKind.AuthorizationCode && uris.Length == 0) check.Add("redirect_uris", "is required: where people are sent back to after signing in.");
        if (uris.Length > RedirectUris.Most) check.Add("redirect_uris", $"must hold at most {RedirectUris.Most} addresses.");
        for (var i = 0; i < uris.Length; i++)
            if (RedirectUris.Objection(uris[i]) is { } objection) check.Add($"redirect_uris[{i}]", objection);
        return uris;
    }

    internal static bool FirstParty(Validation check, IntegrationKind? kind, bool value)
    {
        if (value && kind == IntegrationKind.ClientCredentials) check.Add("is_first_party", "is only for apps through which people sign in.");
        return value;
    }

    internal static void Expiry(Validation check, DateTimeOffset? expiresAt, DateTimeOffset now)
    {
        if (expiresAt <= now) check.Add("expires_at", "must be in the future.");
    }

    internal static OAuthClient Client(Integration i) =>
        new(i.Id.Value, i.Name, i.Kind == IntegrationKind.ClientCredentials, i.RedirectUris, i.Kind == IntegrationKind.AuthorizationCode && !i.IsFirstParty);
}
