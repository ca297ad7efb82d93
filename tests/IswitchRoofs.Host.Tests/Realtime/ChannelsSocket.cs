using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace IswitchRoofs.Host.Tests.Realtime;

/// <summary>A bare client, for the corners of the protocol that stock clients do not reach.</summary>
internal sealed class ChannelsSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();

    public string SocketId { get; private set; } = "";

    public int ActivityTimeout { get; private set; }

    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Opens without waiting for the greeting.</summary>
    public static async Task<ChannelsSocket> OpenRawAsync(Uri address)
    {
        var socket = new ChannelsSocket();
        // The protocol has its own pings; the client's must not keep a silent connection alive for it.
        socket._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket._socket.ConnectAsync(address, CancellationToken.None);
        return socket;
    }

    public static async Task<ChannelsSocket> OpenAsync(Uri address)
    {
        var socket = await OpenRawAsync(address);
        var greeting = await socket.NextAsync();
        greeting.Event.ShouldBe("pusher:connection_established");
        using var data = JsonDocument.Parse(greeting.Data.GetString()!);
        socket.SocketId = data.RootElement.GetProperty("socket_id").GetString()!;
        socket.ActivityTimeout = data.RootElement.GetProperty("activity_timeout").GetInt32();
        return socket;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _socket.SendAsync(bytes, type, true, timeout.Token);
    }

    public Task RequestSubscriptionAsync(string channel, string? auth, string? channelData = null) =>
        SendAsync(JsonSerializer.Serialize(new { @event = "pusher:subscribe", data = new { channel, auth, channel_data = channelData } }));

    public async Task SubscribeAsync(string channel, string? auth, string? channelData = null)
    {
        await RequestSubscriptionAsync(channel, auth, channelData);
        Frame answer;
        // Hosts with short timeouts may ask before the answer comes.
        while ((answer = await NextAsync()).Event == "pusher:ping")
        {
        }

        answer.Event.ShouldBe("pusher_internal:subscription_succeeded");
        answer.Channel.ShouldBe(channel);
    }

    /// <summary>The next message, or one with the event "closed" when the server said goodbye.</summary>
    public async Task<Frame> NextAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            WebSocketReceiveResult part;
            try
            {
                part = await _socket.ReceiveAsync(buffer, timeout.Token);
            }
            catch (WebSocketException)
            {
                return new Frame("aborted", null, default);
            }

            if (part.MessageType == WebSocketMessageType.Close)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", timeout.Token);
                return new Frame("closed", null, default);
            }

            text.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;

            using var json = JsonDocument.Parse(text.ToArray());
            var root = json.RootElement.Clone();
            return new Frame(
                root.GetProperty("event").GetString()!,
                root.TryGetProperty("channel", out var channel) ? channel.GetString() : null,
                root.TryGetProperty("data", out var data) ? data : default);
        }
    }

    public async Task<Frame> NextAsync(string name)
    {
        while (true)
        {
            var frame = await NextAsync();
            if (frame.Event == name) return frame;
            frame.Event.ShouldNotBe("closed", $"while waiting for {name}");
            frame.Event.ShouldNotBe("aborted", $"while waiting for {name}");
        }
    }

    public async Task<int> CloseCodeAsync()
    {
        while ((await NextAsync()).Event is not ("closed" or "aborted"))
        {
        }

        return CloseCode ?? 0;
    }

    /// <summary>Proves that nothing came before: the answer to a ping is the next message.</summary>
    public async Task NothingCameAsync()
    {
        await SendAsync("""{"event":"pusher:ping","data":{}}""");
        (await NextAsync()).Event.ShouldBe("pusher:pong");
    }

    public async Task CloseAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", timeout.Token);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    internal sealed record Frame(string Event, string? Channel, JsonElement Data)
    {
        public int? Code => Data.GetProperty("code") is { ValueKind: JsonValueKind.Number } code ? code.GetInt32() : null;
    }
}
