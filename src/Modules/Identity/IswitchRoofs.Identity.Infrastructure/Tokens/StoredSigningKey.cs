namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>A development key that all hosts on this database share and that survives restarts.</summary>
internal sealed class StoredSigningKey
{
    public required string Name { get; init; }

    /// <summary>Protected with the data-protection keys.</summary>
    public required string Content { get; init; }
}
