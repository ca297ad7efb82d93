using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using IswitchRoofs.Shared.Application.Realtime;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Shared.Infrastructure.Realtime;

/// <summary>
/// An event as it travels: its data already a JSON text. <c>ExceptSocketId</c> is the connection that caused it and
/// needs no echo.
/// </summary>
public sealed record ChannelsEvent(IReadOnlyList<string> Channels, string Name, string Data, string? ExceptSocketId = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        // The text goes into another JSON string; escaping what needs none would double it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static ChannelsEvent From(RealtimeMessage message) =>
        new(message.Channels, message.Event, JsonSerializer.Serialize(message.Payload, Json));

    /// <summary>For adapters, whose callers must not fail: a message that cannot be sent is logged and counted, and null.</summary>
    public static ChannelsEvent? Acceptable(RealtimeMessage message, RealtimeMetrics metrics, ILogger logger)
    {
        string? refusal;
        try
        {
            var e = From(message);
            refusal = e.Refusal();
            if (refusal is null) return e;
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            refusal = e.Message;
        }

        metrics.Dropped("invalid");
        logger.LogError("Realtime event {Event} cannot be sent: {Refusal}", message.Event, refusal);
        return null;
    }

    /// <summary>Why a Channels server would refuse the event, or null when it would not.</summary>
    public string? Refusal()
    {
        if (Channels.Count is 0 or > ChannelsLimits.MaxChannelsPerEvent)
            return $"An event goes to 1 to {ChannelsLimits.MaxChannelsPerEvent} channels.";
        if (Channels.FirstOrDefault(c => !ChannelsLimits.IsChannelName(c)) is { } bad)
            return $"Invalid channel name '{bad}'.";
        if (!ChannelsLimits.IsEventName(Name))
            return $"An event name has 1 to {ChannelsLimits.MaxEventNameLength} characters and does not begin with 'pusher:'.";
        if (ExceptSocketId is not null && !ChannelsLimits.IsSocketId(ExceptSocketId))
            return "Invalid socket_id.";
        return IsTooLarge ? $"The data of an event is at most {ChannelsLimits.MaxDataBytes} bytes." : null;
    }

    [JsonIgnore]
    public bool IsTooLarge => Encoding.UTF8.GetByteCount(Data) > ChannelsLimits.MaxDataBytes;
}
