using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using IswitchRoofs.Shared.Infrastructure.Realtime;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>One socket: a loop that receives, a loop that sends, and a bounded queue between the world and the latter.</summary>
internal sealed class ChannelsConnection : IDisposable
{
    private const int MaxMessagesPerWindow = 300;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    private readonly WebSocket _socket;
    private readonly ChannelsServer _server;
    private readonly ChannelsOptions _options;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _abort;
    private readonly Channel<ReadOnlyMemory<byte>> _outgoing;
    private readonly Lock _state = new();
    private volatile Goodbye? _close;
    private long _lastHeard;
    private long? _pingedAt;
    private long _windowStart;
    private int _messagesInWindow;

    public ChannelsConnection(WebSocket socket, string socketId, ChannelsServer server, ChannelsOptions options, TimeProvider clock, CancellationToken aborted)
    {
        _socket = socket;
        SocketId = socketId;
        _server = server;
        _options = options;
        _clock = clock;
        _abort = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        _outgoing = Channel.CreateBounded<ReadOnlyMemory<byte>>(
            new BoundedChannelOptions(options.MaxQueuedMessages) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _lastHeard = _windowStart = clock.GetTimestamp();
        IdleSince = _lastHeard;
    }

    public string SocketId { get; }

    /// <summary>What it listens to, and for whom. Guarded by the server's lock.</summary>
    public Dictionary<string, Subscriber?> Subscriptions { get; } = new(StringComparer.Ordinal);

    /// <summary>Since when it listens to nothing; guarded by the server's lock.</summary>
    public long? IdleSince { get; set; }

    public async Task RunAsync()
    {
        var sending = SendLoopAsync();
        try
        {
            await ReceiveLoopAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // The other side is gone, or we gave it up; either way there is nothing left to say.
            await _abort.CancelAsync();
        }
        finally
        {
            _server.Remove(this);
            lock (_state) _close ??= new Goodbye((int)WebSocketCloseStatus.NormalClosure, "");
            _outgoing.Writer.TryComplete();
            await sending;
        }
    }

    /// <summary>Queues a frame. A client that cannot keep up is dropped rather than waited for.</summary>
    public bool Send(ReadOnlyMemory<byte> frame)
    {
        if (_outgoing.Writer.TryWrite(frame)) return true;

        lock (_state)
        {
            if (_close is not null) return false;
            _close = new Goodbye((int)ChannelsCloseCode.TooManyMessages, "Too slow");
            _ = _abort.CancelAsync();
        }

        _server.Dropped(this, "slow");
        return false;
    }

    /// <summary>Says goodbye after what is queued; cuts the line when the other side does not answer in time.</summary>
    public void Close(int code, string reason)
    {
        lock (_state)
        {
            if (_close is not null) return;
            _close = new Goodbye(code, reason);
            _abort.CancelAfter(CloseTimeout);
        }

        _outgoing.Writer.TryComplete();
    }

    public void Close(ChannelsCloseCode code, string reason) => Close((int)code, reason);

    /// <summary>Asks a silent client whether it lives, and closes one that does not answer.</summary>
    public void Check(long now)
    {
        var heard = Volatile.Read(ref _lastHeard);
        if (_clock.GetElapsedTime(heard, now) < _options.ActivityTimeout) return;

        // An answer counts however late the check comes; so does a pause of the whole process.
        if (_pingedAt is not { } pinged || pinged < heard)
        {
            _pingedAt = now;
            Send(ChannelsFrames.Ping);
        }
        else if (_clock.GetElapsedTime(pinged, now) >= _options.PongTimeout)
        {
            _server.Dropped(this, "no_pong");
            Close(ChannelsCloseCode.NoPong, "Pong reply not received in time");
        }
    }

    public void Dispose()
    {
        // Under the lock, and after _close is set: nobody cancels any more.
        lock (_state)
        {
            _close ??= new Goodbye((int)WebSocketCloseStatus.NormalClosure, "");
            _abort.Dispose();
        }
    }

    private async Task SendLoopAsync()
    {
        try
        {
            await foreach (var frame in _outgoing.Reader.ReadAllAsync(_abort.Token))
                await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, _abort.Token);

            if (_close is { } close && _socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, _abort.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            _socket.Abort();
        }
    }

    private async Task ReceiveLoopAsync()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1024);
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length) buffer = Grow(buffer);
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), _abort.Token);
                    length += part.Count;
                    if (length <= _options.MaxClientMessageBytes) continue;

                    Close((int)WebSocketCloseStatus.MessageTooBig, "Message too big");
                    length = 0;
                }
                while (!part.EndOfMessage);

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    Close((int)WebSocketCloseStatus.NormalClosure, "");
                    return;
                }

                // After our own close we only wait for the other side's.
                if (_close is not null) continue;

                Volatile.Write(ref _lastHeard, _clock.GetTimestamp());
                if (IsFlooding()) Close(ChannelsCloseCode.TooManyMessages, "Too many messages");
                else if (part.MessageType == WebSocketMessageType.Binary) Close((int)WebSocketCloseStatus.InvalidMessageType, "Text only");
                else Handle(buffer.AsMemory(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private bool IsFlooding()
    {
        var now = _clock.GetTimestamp();
        if (_clock.GetElapsedTime(_windowStart, now) > Window)
        {
            _windowStart = now;
            _messagesInWindow = 0;
        }

        return ++_messagesInWindow > MaxMessagesPerWindow;
    }

    private void Handle(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var json = JsonDocument.Parse(message, new JsonDocumentOptions { MaxDepth = 8 });
            var name = Text(json.RootElement, "event");
            switch (name)
            {
                case "pusher:ping":
                    Send(ChannelsFrames.Pong);
                    break;
                case "pusher:pong":
                    break;
                case "pusher:subscribe":
                    WithData(json.RootElement, data => _server.Subscribe(this, Text(data, "channel"), Text(data, "auth"), Text(data, "channel_data")));
                    break;
                case "pusher:unsubscribe":
                    WithData(json.RootElement, data => _server.Unsubscribe(this, Text(data, "channel")));
                    break;
                case not null when name.StartsWith("client-", StringComparison.Ordinal):
                    Send(ChannelsFrames.Error(null, "Client events are not enabled."));
                    break;
                default:
                    Send(ChannelsFrames.Error(null, "Unknown event."));
                    break;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text that is valid JSON but not valid Unicode (a lone surrogate).
            Send(ChannelsFrames.Error(null, "The message is not valid JSON."));
        }
    }

    /// <summary>Clients send <c>data</c> as an object, older ones as a JSON text.</summary>
    private static void WithData(JsonElement message, Action<JsonElement> use)
    {
        if (message.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.String)
        {
            using var inner = JsonDocument.Parse(data.GetString()!, new JsonDocumentOptions { MaxDepth = 8 });
            use(inner.RootElement);
        }
        else
        {
            use(data);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private sealed record Goodbye(int Code, string Reason);
}
