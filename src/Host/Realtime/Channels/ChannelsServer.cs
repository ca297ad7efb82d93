using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>
/// Who is connected to this host and who listens to what. Speaks the Channels protocol as far as private channels
/// need it, so that stock clients work; presence, encrypted, cache and public channels and client events are refused.
/// </summary>
internal sealed class ChannelsServer(
    IOptions<ChannelsOptions> options, RealtimeMetrics metrics, TimeProvider clock, ILogger<ChannelsServer> logger)
{
    private const int LowestProtocol = 5;
    private const int HighestProtocol = 7;

    private static readonly string[] UnsupportedPrefixes = ["private-encrypted-", "private-cache-"];

    private readonly ChannelsOptions _options = options.Value;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, ChannelsConnection> _connections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Members> _channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(bool IsUser, Guid Id), long> _revoked = new();
    private int _count;
    private volatile bool _stopping;

    public int ConnectionCount => Volatile.Read(ref _count);

    /// <summary>Serves one socket until it ends.</summary>
    public async Task ServeAsync(WebSocket socket, string key, string? protocol, CancellationToken aborted)
    {
        if (Refusal(key, protocol) is var (code, reason))
        {
            await RefuseAsync(socket, code, reason, aborted);
            return;
        }

        if (Interlocked.Increment(ref _count) > _options.MaxConnections)
        {
            Interlocked.Decrement(ref _count);
            metrics.ConnectionDropped("over_quota");
            await RefuseAsync(socket, ChannelsCloseCode.OverConnectionQuota, "Over connection quota", aborted);
            return;
        }

        metrics.Connected();
        try
        {
            using var connection = Admit(socket, aborted);
            connection.Send(ChannelsFrames.Established(connection.SocketId, _options.ActivityTimeout));
            if (_stopping) connection.Close(ChannelsCloseCode.ServerStopping, "Server stopping");
            await connection.RunAsync();
        }
        finally
        {
            Interlocked.Decrement(ref _count);
            metrics.Disconnected();
        }
    }

    public void Subscribe(ChannelsConnection connection, string? channel, string? auth, string? channelData)
    {
        if (!ChannelsLimits.IsChannelName(channel))
        {
            connection.Send(ChannelsFrames.Error(null, "Invalid channel name."));
            return;
        }

        if (!channel!.StartsWith("private-", StringComparison.Ordinal)
            || UnsupportedPrefixes.Any(p => channel.StartsWith(p, StringComparison.Ordinal)))
        {
            connection.Send(ChannelsFrames.SubscriptionError(
                channel, "UnsupportedChannel", "Only private channels are served: no public, presence, encrypted or cache channels.", 400));
            return;
        }

        if (!IsAuthorized(connection.SocketId, channel, auth, channelData, out var subscriber))
        {
            // Both, because some clients look at the channel's event and others at the connection's.
            connection.Send(ChannelsFrames.SubscriptionError(channel, "AuthError", "The authorisation is missing, wrong or outdated.", 401));
            connection.Send(ChannelsFrames.Error((int)ChannelsCloseCode.Unauthorized, $"Not authorised for {channel}."));
            return;
        }

        lock (_gate)
        {
            if (!_connections.ContainsKey(connection.SocketId)) return;

            if (connection.Subscriptions.ContainsKey(channel))
            {
                connection.Send(ChannelsFrames.Error(null, $"Existing subscription to channel {channel}."));
                return;
            }

            if (connection.Subscriptions.Count >= _options.MaxSubscriptionsPerConnection)
            {
                connection.Send(ChannelsFrames.SubscriptionError(
                    channel, "LimitReached", $"A connection listens to at most {_options.MaxSubscriptionsPerConnection} channels.", 403));
                return;
            }

            // Checked under the lock that a revocation takes too: either it sees this subscription or this sees it.
            if (subscriber is not null && IsRevoked(subscriber))
            {
                connection.Send(ChannelsFrames.SubscriptionError(channel, "AuthError", "The authorisation was withdrawn.", 401));
                return;
            }

            connection.Subscriptions.Add(channel, subscriber);
            connection.IdleSince = null;
            // Queued before the connection becomes a member, so that no event can overtake it.
            connection.Send(ChannelsFrames.SubscriptionSucceeded(channel));
            if (!_channels.TryGetValue(channel, out var members)) _channels.Add(channel, members = new Members());
            members.Add(connection);
        }
    }

    public void Unsubscribe(ChannelsConnection connection, string? channel)
    {
        if (channel is null) return;
        lock (_gate)
        {
            if (!connection.Subscriptions.Remove(channel)) return;
            Leave(connection, channel);
            if (connection.Subscriptions.Count == 0) connection.IdleSince = clock.GetTimestamp();
        }
    }

    public void Remove(ChannelsConnection connection)
    {
        lock (_gate)
        {
            _connections.TryRemove(connection.SocketId, out _);
            foreach (var channel in connection.Subscriptions.Keys) Leave(connection, channel);
            connection.Subscriptions.Clear();
        }
    }

    /// <summary>Hands the event to this host's listeners; the frame is made once per channel, however many listen.</summary>
    public void Deliver(ChannelsEvent e)
    {
        foreach (var channel in e.Channels.Distinct(StringComparer.Ordinal))
        {
            ChannelsConnection[] members;
            lock (_gate)
            {
                if (!_channels.TryGetValue(channel, out var found)) continue;
                members = found.Snapshot();
            }

            var frame = ChannelsFrames.Event(channel, e.Name, e.Data);
            foreach (var member in members)
            {
                if (member.SocketId != e.ExceptSocketId) member.Send(frame);
            }
        }
    }

    public void DisconnectUser(Guid userId, DateTimeOffset at) => Revoke((true, userId), at, s => s.UserId == userId);

    public void DisconnectSession(Guid sessionId, DateTimeOffset at) => Revoke((false, sessionId), at, s => s.SessionId == sessionId);

    /// <summary>Those who listen at this host, for a check against the live sessions.</summary>
    public IReadOnlyCollection<Subscriber> Subscribers()
    {
        lock (_gate)
        {
            return [.. _connections.Values.SelectMany(c => c.Subscriptions.Values).OfType<Subscriber>().DistinctBy(s => (s.UserId, s.SessionId))];
        }
    }

    /// <summary>Channels with listeners at this host, and how many.</summary>
    public IReadOnlyDictionary<string, int> Occupied(string prefix)
    {
        lock (_gate)
        {
            return _channels.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(c => c.Key, c => c.Value.Count);
        }
    }

    /// <summary>Pings the silent, closes the dead and those who only occupy a place.</summary>
    public void Sweep()
    {
        var now = clock.GetTimestamp();
        foreach (var connection in _connections.Values)
        {
            long? idleSince;
            lock (_gate) idleSince = connection.IdleSince;
            if (idleSince is { } since && clock.GetElapsedTime(since, now) >= _options.SubscribeWithin)
                connection.Close(ChannelsCloseCode.Inactive, "Closed after inactivity");
            else
                connection.Check(now);
        }

        var forgotten = (clock.GetUtcNow() - (Subscriber.Lifetime * 2)).ToUnixTimeMilliseconds();
        foreach (var (who, at) in _revoked)
        {
            if (at < forgotten) _revoked.TryRemove(new KeyValuePair<(bool, Guid), long>(who, at));
        }
    }

    public void Stop()
    {
        _stopping = true;
        foreach (var connection in _connections.Values) connection.Close(ChannelsCloseCode.ServerStopping, "Server stopping");
    }

    public void Dropped(ChannelsConnection connection, string reason)
    {
        metrics.ConnectionDropped(reason);
        logger.LogInformation("Realtime connection {SocketId} dropped: {Reason}", connection.SocketId, reason);
    }

    private (ChannelsCloseCode Code, string Reason)? Refusal(string key, string? protocol)
    {
        if (!string.Equals(key, _options.Key, StringComparison.Ordinal)) return (ChannelsCloseCode.UnknownApp, "Unknown application key");
        if (string.IsNullOrEmpty(protocol)) return (ChannelsCloseCode.NoProtocolVersion, "No protocol version supplied");
        if (!int.TryParse(protocol, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return (ChannelsCloseCode.InvalidProtocolVersion, "Invalid protocol version");
        return version is < LowestProtocol or > HighestProtocol
            ? (ChannelsCloseCode.UnsupportedProtocolVersion, "Unsupported protocol version")
            : null;
    }

    private static async Task RefuseAsync(WebSocket socket, ChannelsCloseCode code, string reason, CancellationToken aborted)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        timeout.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await socket.SendAsync(ChannelsFrames.Error((int)code, reason), WebSocketMessageType.Text, true, timeout.Token);
            await socket.CloseAsync((WebSocketCloseStatus)code, reason, timeout.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            socket.Abort();
        }
    }

    private ChannelsConnection Admit(WebSocket socket, CancellationToken aborted)
    {
        while (true)
        {
            var id = string.Create(CultureInfo.InvariantCulture,
                $"{RandomNumberGenerator.GetInt32(1, int.MaxValue)}.{RandomNumberGenerator.GetInt32(1, int.MaxValue)}");
            var connection = new ChannelsConnection(socket, id, this, _options, clock, aborted);
            if (_connections.TryAdd(id, connection)) return connection;
            connection.Dispose();
        }
    }

    private bool IsAuthorized(string socketId, string channel, string? auth, string? channelData, out Subscriber? subscriber)
    {
        subscriber = null;
        if (channelData is { Length: > Subscriber.MaxChannelDataLength }) return false;
        if (!ChannelsSignature.Matches(ChannelsSignature.OfChannel(_options.Key, _options.Secret, socketId, channel, channelData), auth)) return false;

        subscriber = Subscriber.FromChannelData(channelData);
        return subscriber is null
            || (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(subscriber.IssuedAt)).Duration() <= Subscriber.Lifetime;
    }

    private bool IsRevoked(Subscriber subscriber) =>
        (_revoked.TryGetValue((true, subscriber.UserId), out var user) && subscriber.IssuedAt <= user)
        || (subscriber.SessionId is { } sid && _revoked.TryGetValue((false, sid), out var session) && subscriber.IssuedAt <= session);

    private void Revoke((bool IsUser, Guid Id) who, DateTimeOffset at, Func<Subscriber, bool> concerns)
    {
        ChannelsConnection[] concerned;
        lock (_gate)
        {
            // Whoever was authorised before but has not subscribed yet comes too late.
            _revoked.AddOrUpdate(who, at.ToUnixTimeMilliseconds(), (_, before) => Math.Max(before, at.ToUnixTimeMilliseconds()));
            concerned = [.. _connections.Values.Where(c => c.Subscriptions.Values.Any(s => s is not null && concerns(s)))];

            // Silence at once; the goodbye may take a moment to arrive.
            foreach (var connection in concerned)
            {
                foreach (var channel in connection.Subscriptions.Keys) Leave(connection, channel);
                connection.Subscriptions.Clear();
            }
        }

        foreach (var connection in concerned) connection.Close(ChannelsCloseCode.Reauthorize, "Authorisation changed");
    }

    private void Leave(ChannelsConnection connection, string channel)
    {
        if (!_channels.TryGetValue(channel, out var members)) return;
        members.Remove(connection);
        if (members.Count == 0) _channels.Remove(channel);
    }

    /// <summary>The listeners of a channel. Publishing is more frequent than coming and going, so the copy is kept.</summary>
    private sealed class Members
    {
        private readonly HashSet<ChannelsConnection> _all = [];
        private ChannelsConnection[]? _snapshot;

        public int Count => _all.Count;

        public void Add(ChannelsConnection connection)
        {
            _all.Add(connection);
            _snapshot = null;
        }

        public void Remove(ChannelsConnection connection)
        {
            _all.Remove(connection);
            _snapshot = null;
        }

        public ChannelsConnection[] Snapshot() => _snapshot ??= [.. _all];
    }
}
