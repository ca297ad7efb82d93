using System.Text.Json.Serialization;
using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Integrations;

/// <param name="Kind"><c>client_credentials</c> (acts by itself, as <paramref name="Role"/>) or <c>authorization_code</c> (acts for whoever signs in).</param>
/// <param name="ClientId">For the token endpoint.</param>
/// <param name="Scopes">The permissions it has at most; empty: all of the role's.</param>
/// <param name="LastUsedAt">Of its last call, to the minute.</param>
public sealed record IntegrationDetails(
    Guid Id, string Name, string Kind, Guid ClientId, string? Role, IReadOnlyList<string> Scopes, IReadOnlyList<string> RedirectUris, bool IsFirstParty,
    DateTimeOffset? ExpiresAt, bool IsActive, DateTimeOffset? LastUsedAt, DateTimeOffset? SecretChangedAt,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, [property: JsonIgnore] uint Version)
{
    internal static IntegrationDetails Of(Integration i, DateTimeOffset? lastUsedAt) => new(
        i.Id.Value, i.Name, WireName.Of(i.Kind), i.Id.Value, i.Role is { } role ? WireName.Of(role) : null, i.Scopes, i.RedirectUris, i.IsFirstParty,
        i.ExpiresAt, i.IsActive, lastUsedAt, i.SecretChangedAt, i.CreatedAt, i.UpdatedAt, i.Version);
}

/// <param name="ClientSecret">Shown this once: only a hash of it is kept. Null for <c>authorization_code</c>.</param>
public sealed record IssuedIntegration(IntegrationDetails Integration, string? ClientSecret);
