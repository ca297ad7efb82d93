using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>
/// Whom a subscription was authorised for. It travels as signed <c>channel_data</c> through the client, because the
/// socket may be on another host than the one that authorised it.
/// </summary>
internal sealed record Subscriber(
    [property: JsonPropertyName("user_id")] Guid UserId,
    [property: JsonPropertyName("session_id")] Guid? SessionId,
    [property: JsonPropertyName("issued_at")] long IssuedAt)
{
    public const int MaxChannelDataLength = 512;

    /// <summary>An authorisation is used at once; an old one may have been revoked since.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public string ToChannelData() => JsonSerializer.Serialize(this);

    public static Subscriber? FromChannelData(string? text)
    {
        if (text is null or { Length: > MaxChannelDataLength }) return null;
        try
        {
            var subscriber = JsonSerializer.Deserialize<Subscriber>(text);
            return subscriber?.UserId == Guid.Empty ? null : subscriber;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"user {UserId}");
}
