namespace IswitchRoofs.Identity.Application.Integrations;

/// <summary>What the token server keeps of an integration: how it proves itself and where it may send people back to.</summary>
public interface IOAuthClients
{
    /// <summary>Adds the client and saves it together with the use case's other changes; of the secret only a hash is kept.</summary>
    Task AddAsync(OAuthClient client, string? secret, CancellationToken ct);

    /// <summary>Saves the client together with the use case's other changes.</summary>
    /// <param name="newSecret">Null: the secret stays.</param>
    Task ChangeAsync(OAuthClient client, string? newSecret, CancellationToken ct);

    /// <summary>Removes the client and what was issued to it, to be saved with the use case's other changes.</summary>
    Task RemoveAsync(Guid id, CancellationToken ct);

    /// <summary>Voids the tokens of a grant on every host, to be saved with the use case's other changes.</summary>
    void EndGrant(Guid grantId);
}

/// <param name="KeepsSecret">Otherwise it proves itself by PKCE alone.</param>
public sealed record OAuthClient(Guid Id, string Name, bool KeepsSecret, IReadOnlyList<string> RedirectUris, bool AsksConsent);
