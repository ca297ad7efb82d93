using System.Security.Cryptography;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Accounts;

/// <summary>A link that was mailed to somebody and sets their password once (U5). Only the hash of its secret is kept.</summary>
public sealed class AccountLink : AggregateRoot
{
    public static readonly TimeSpan InviteLifetime = TimeSpan.FromHours(72);
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    private AccountLink() => SecretHash = [];

    public AccountLinkId Id { get; private set; }

    public UserId UserId { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    public byte[] SecretHash { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was used, or made worthless by a newer one.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public static AccountLink Issue(AccountLinkId id, UserId user, LinkPurpose purpose, byte[] secretHash, DateTimeOffset now) => new()
    {
        Id = id,
        UserId = user,
        Purpose = purpose,
        SecretHash = secretHash,
        CreatedAt = now,
        ExpiresAt = now + (purpose == LinkPurpose.Invite ? InviteLifetime : ResetLifetime),
    };

    public bool IsGood(ReadOnlySpan<byte> secretHash, DateTimeOffset now) =>
        ClosedAt is null && ExpiresAt > now && CryptographicOperations.FixedTimeEquals(SecretHash, secretHash);

    public void Close(DateTimeOffset now) => ClosedAt ??= now;
}
