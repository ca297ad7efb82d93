using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>The messages of the Channels protocol (version 7) as the server sends them.</summary>
internal static class ChannelsFrames
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly ReadOnlyMemory<byte> Ping = """{"event":"pusher:ping","data":"{}"}"""u8.ToArray();
    public static readonly ReadOnlyMemory<byte> Pong = """{"event":"pusher:pong","data":"{}"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Established(string socketId, TimeSpan activityTimeout) =>
        Write("pusher:connection_established", null, json => json.WriteString(
            "data", $$"""{"socket_id":"{{socketId}}","activity_timeout":{{Math.Max(1, (int)activityTimeout.TotalSeconds)}}}"""));

    public static ReadOnlyMemory<byte> SubscriptionSucceeded(string channel) =>
        Write("pusher_internal:subscription_succeeded", channel, json => json.WriteString("data", "{}"));

    public static ReadOnlyMemory<byte> SubscriptionError(string channel, string type, string error, int status) =>
        Write("pusher:subscription_error", channel, json =>
        {
            json.WriteStartObject("data");
            json.WriteString("type", type);
            json.WriteString("error", error);
            json.WriteNumber("status", status);
            json.WriteEndObject();
        });

    public static ReadOnlyMemory<byte> Error(int? code, string message) =>
        Write("pusher:error", null, json =>
        {
            json.WriteStartObject("data");
            if (code is { } number) json.WriteNumber("code", number);
            else json.WriteNull("code");
            json.WriteString("message", message);
            json.WriteEndObject();
        });

    public static ReadOnlyMemory<byte> Event(string channel, string name, string data) =>
        Write(name, channel, json => json.WriteString("data", data));

    private static ReadOnlyMemory<byte> Write(string name, string? channel, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        json.WriteStartObject();
        json.WriteString("event", name);
        if (channel is not null) json.WriteString("channel", channel);
        data(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
