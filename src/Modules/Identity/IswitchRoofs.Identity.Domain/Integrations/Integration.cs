using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Integrations;

/// <summary>An external system with rights of its own, or an app that borrows a person's (U7). Its secret is not kept here.</summary>
public sealed class Integration : AggregateRoot
{
    private Integration() => Name = "";

    public IntegrationId Id { get; private set; }

    public string Name { get; private set; }

    public IntegrationKind Kind { get; private set; }

    /// <summary>What the integration acts as; null when it acts for people, as whatever they are.</summary>
    public UserRole? Role { get; private set; }

    /// <summary>The permissions it may have at most; empty: all of the role's.</summary>
    public string[] Scopes { get; private set; } = [];

    public string[] RedirectUris { get; private set; } = [];

    /// <summary>The company's own app: people are not asked whether they agree.</summary>
    public bool IsFirstParty { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public bool IsActive { get; private set; }

    public DateTimeOffset? SecretChangedAt { get; private set; }

    /// <summary>Stands in every token of its own; a new one voids them all.</summary>
    public Guid GrantId { get; private set; }

    public static Integration ForProgram(IntegrationId id, string name, UserRole role, IEnumerable<string> scopes, DateTimeOffset? expiresAt, DateTimeOffset now) => new()
    {
        Id = id,
        Name = name,
        Kind = IntegrationKind.ClientCredentials,
        Role = role,
        Scopes = Ordered(scopes),
        ExpiresAt = expiresAt,
        IsActive = true,
        SecretChangedAt = now,
        GrantId = Uuid.New(now),
    };

    public static Integration ForPeople(
        IntegrationId id, string name, IEnumerable<string> scopes, IEnumerable<string> redirectUris, bool isFirstParty, DateTimeOffset? expiresAt, DateTimeOffset now) => new()
        {
            Id = id,
            Name = name,
            Kind = IntegrationKind.AuthorizationCode,
            Scopes = Ordered(scopes),
            RedirectUris = [.. redirectUris.Distinct(StringComparer.Ordinal)],
            IsFirstParty = isFirstParty,
            ExpiresAt = expiresAt,
            IsActive = true,
            GrantId = Uuid.New(now),
        };

    public bool IsUsable(DateTimeOffset now) => IsActive && !(ExpiresAt <= now);

    public void Rename(string name) => Name = name;

    /// <returns>False when nothing changed. Otherwise what was granted before is void: the caller ends it.</returns>
    public bool Grant(UserRole? role, IEnumerable<string> scopes, IEnumerable<string> redirectUris, bool isFirstParty, DateTimeOffset? expiresAt, bool isActive)
    {
        string[] wanted = Ordered(scopes);
        string[] uris = [.. redirectUris.Distinct(StringComparer.Ordinal)];
        if (role == Role && wanted.SequenceEqual(Scopes) && uris.SequenceEqual(RedirectUris) && isFirstParty == IsFirstParty && expiresAt == ExpiresAt && isActive == IsActive)
            return false;
        if (Kind == IntegrationKind.ClientCredentials) Role = role;
        Scopes = wanted;
        RedirectUris = uris;
        IsFirstParty = isFirstParty;
        ExpiresAt = expiresAt;
        IsActive = isActive;
        return true;
    }

    public void ReplaceSecret(DateTimeOffset now) => SecretChangedAt = now;

    /// <returns>The grant that is over.</returns>
    public Guid EndGrant(DateTimeOffset now)
    {
        var ended = GrantId;
        GrantId = Uuid.New(now);
        return ended;
    }

    private static string[] Ordered(IEnumerable<string> scopes) => [.. scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
