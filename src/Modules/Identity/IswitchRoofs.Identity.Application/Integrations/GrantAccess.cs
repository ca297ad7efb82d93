using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>What an integration that proved itself gets for the scopes it asks for; the token server calls it.</summary>
/// <param name="Scopes">As requested; those without a dot are OpenID Connect's and pass.</param>
public sealed record GrantAccess(Guid ClientId, IReadOnlyList<string> Scopes);

/// <param name="Role">Null: that of the person who signs in.</param>
/// <param name="Scopes">As granted. For people without names of permissions: everything that the person may.</param>
/// <param name="ExpiresAt">No token outlives it.</param>
public sealed record AccessGrant(
    Guid IntegrationId, string Name, Guid GrantId, string? Role, IReadOnlyList<string> Scopes, bool AsksConsent, DateTimeOffset? ExpiresAt);

public sealed class GrantAccessHandler(IReadRepository<Integration> integrations, IPermissionCatalog catalog, TimeProvider clock) : IUseCase
{
    /// <returns>Null when the integration is unknown, disabled or expired; a refusal when it may not have a scope.</returns>
    public async Task<Result<AccessGrant?>> HandleAsync(GrantAccess request, CancellationToken ct)
    {
        var integration = await integrations.FirstOrDefaultAsync(new IntegrationById(request.ClientId), ct);
        if (integration is null || !integration.IsUsable(clock.GetUtcNow())) return (AccessGrant?)null;

        var wanted = request.Scopes.Where(GrantableScopes.IsPermission).ToArray();
        var most = GrantableScopes.For(catalog, integration.Role);
        if (integration.Scopes.Length > 0) most = [.. most.Intersect(integration.Scopes, StringComparer.Ordinal)];
        var check = new Validation();
        foreach (var scope in wanted.Except(most, StringComparer.Ordinal)) check.Add("scope", $"{scope} is not granted to this integration.");
        if (most.Count == 0) check.Add("scope", "nothing is granted to this integration.");
        if (check.Failed) return check.ToError();

        // A person's own rights are not listed: they are what the person's role gives, whenever it is asked.
        var unlimited = integration is { Kind: IntegrationKind.AuthorizationCode, Scopes: [] };
        IReadOnlyList<string> granted = wanted.Length > 0 ? wanted : unlimited ? [] : most;
        return new AccessGrant(
            request.ClientId, integration.Name, integration.GrantId, integration.Role is { } role ? WireName.Of(role) : null,
            [.. request.Scopes.Where(s => !GrantableScopes.IsPermission(s)), .. granted],
            integration is { Kind: IntegrationKind.AuthorizationCode, IsFirstParty: false }, integration.ExpiresAt);
    }
}
