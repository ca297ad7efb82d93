namespace IswitchRoofs.Identity.Infrastructure.Accounts;

/// <summary>What a user's authenticator app shares with us.</summary>
internal sealed class SecondFactor
{
    public required Guid UserId { get; init; }

    /// <summary>Protected with the data-protection keys.</summary>
    public required byte[] Secret { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null until a code of it was shown.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last step whose code was used: it and those before are good no more.</summary>
    public long LastStep { get; set; }
}

internal sealed class RecoveryCode
{
    public required Guid UserId { get; init; }

    public required byte[] Hash { get; init; }
}
