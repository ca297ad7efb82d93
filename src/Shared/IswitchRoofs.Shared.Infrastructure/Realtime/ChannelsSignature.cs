using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace IswitchRoofs.Shared.Infrastructure.Realtime;

/// <summary>What Channels clients and servers sign, and how. Used by both sides, so that they cannot drift apart.</summary>
public static class ChannelsSignature
{
    /// <summary>How far a request's clock may be off.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(600);

    /// <summary>The <c>auth</c> value of a private channel: <c>key:hmac(socket_id:channel[:channel_data])</c>.</summary>
    public static string OfChannel(string key, string secret, string socketId, string channel, string? channelData = null)
    {
        // A colon smuggled into either part would let one signature stand for another pair.
        if (!ChannelsLimits.IsSocketId(socketId)) throw new ArgumentException("Not a socket id.", nameof(socketId));
        if (!ChannelsLimits.IsChannelName(channel)) throw new ArgumentException("Not a channel name.", nameof(channel));

        var signed = channelData is null ? $"{socketId}:{channel}" : $"{socketId}:{channel}:{channelData}";
        return $"{key}:{Hmac(secret, signed)}";
    }

    /// <summary>The <c>auth_signature</c> of an HTTP API request.</summary>
    public static string OfRequest(string secret, string method, string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        var parameters = query
            .Where(p => !string.Equals(p.Key, "auth_signature", StringComparison.OrdinalIgnoreCase))
            .Select(p => (Key: Lower(p.Key), p.Value))
            .OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => $"{p.Key}={p.Value}");
        return Hmac(secret, $"{method.ToUpperInvariant()}\n{path}\n{string.Join('&', parameters)}");
    }

    /// <summary>The query string, signature included, for a request with this body.</summary>
    public static string SignedQuery(
        string key, string secret, string method, string path, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var query = new Dictionary<string, string>
        {
            ["auth_key"] = key,
            ["auth_timestamp"] = now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["auth_version"] = "1.0",
        };
        if (!body.IsEmpty) query["body_md5"] = Md5(body);

        var signature = OfRequest(secret, method, path, query);
        var text = string.Join('&', query.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        return $"{text}&auth_signature={signature}";
    }

    [SuppressMessage("Security", "CA5351", Justification = "The protocol asks for MD5; the HMAC over it is what protects.")]
    public static string Md5(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(MD5.HashData(body));

    /// <summary>Compares in a time that does not tell how much of the signature was right.</summary>
    public static bool Matches(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static string Hmac(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    [SuppressMessage("Globalization", "CA1308", Justification = "The protocol signs lower-case names.")]
    private static string Lower(string text) => text.ToLowerInvariant();
}
