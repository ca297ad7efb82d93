using System.Security.Cryptography;
using System.Text;

namespace IswitchRoofs.Identity.Domain.Accounts;

/// <summary>For the day the phone is lost: each replaces one code of the app. Random enough (80 bits) that a plain hash keeps them.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;
    private const int Bytes = 10;
    private const int Length = 16;
    private const int Group = 4;

    public static IReadOnlyList<string> Create() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', Totp.ToBase32(RandomNumberGenerator.GetBytes(Bytes)).Chunk(Group).Select(g => new string(g))))];

    /// <returns>Null for what cannot be one. Dashes, spaces and case do not matter.</returns>
    public static byte[]? Hash(string? code)
    {
        var plain = code?.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return plain is { Length: Length } ? SHA256.HashData(Encoding.UTF8.GetBytes(plain)) : null;
    }
}
