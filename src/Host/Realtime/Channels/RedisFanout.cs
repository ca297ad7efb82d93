using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>
/// Carries events and revocations to the other hosts, when there is a Redis. Redis being away costs only that:
/// listeners of this host are served before and without it.
/// </summary>
internal sealed class RedisFanout(
    ChannelsServer server,
    IOptions<ChannelsOptions> options,
    RealtimeMetrics metrics,
    ILogger<RedisFanout> logger,
    IConnectionMultiplexer? redis = null) : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    // Every host hears its own messages too; by this it knows them.
    private readonly Guid _origin = Guid.CreateVersion7();
    private readonly RedisChannel _channel = RedisChannel.Literal($"channels:{options.Value.AppId}");

    public void Send(ChannelsEvent e) => Send(new Letter(_origin, Event: e));

    public void SendRevocation(Guid? userId, Guid? sessionId, DateTimeOffset at) =>
        Send(new Letter(_origin, UserId: userId, SessionId: sessionId, At: at));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (redis is null) return;

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A queue and not a handler: handlers run side by side, and events of a lead must stay in order.
                var queue = await redis.GetSubscriber().SubscribeAsync(_channel);
                queue.OnMessage(message => Receive(message.Message));
                return;
            }
            catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
            {
                logger.LogWarning("Realtime cannot listen to other hosts yet: {Reason}", e.Message);
                Forget(redis);
                await Task.Delay(RetryPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>An attempt that failed has left its queue behind, and nobody would ever read it.</summary>
    private void Forget(IConnectionMultiplexer connection)
    {
        try
        {
            connection.GetSubscriber().Unsubscribe(_channel, flags: CommandFlags.FireAndForget);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            // Forgotten here all the same; only Redis was not told.
        }
    }

    private void Send(Letter letter)
    {
        if (redis is null) return;
        try
        {
            // Not queued while the connection is away: what browsers missed they refetch, late news would only confuse.
            if (redis.IsConnected)
                redis.GetSubscriber().Publish(_channel, JsonSerializer.SerializeToUtf8Bytes(letter), CommandFlags.FireAndForget);
            else
                metrics.Dropped("redis_away");
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            metrics.Dropped("redis_away");
        }
    }

    private void Receive(RedisValue text)
    {
        try
        {
            ReadOnlyMemory<byte> json = text;
            if (JsonSerializer.Deserialize<Letter>(json.Span) is not { } letter || letter.Origin == _origin) return;

            if (letter.Event is { } e && e.Refusal() is null) server.Deliver(e);
            if (letter.UserId is { } userId) server.DisconnectUser(userId, letter.At);
            if (letter.SessionId is { } sessionId) server.DisconnectSession(sessionId, letter.At);
        }
        catch (JsonException e)
        {
            logger.LogWarning("Realtime got a message it cannot read from another host: {Reason}", e.Message);
        }
    }

    private sealed record Letter(
        Guid Origin, ChannelsEvent? Event = null, Guid? UserId = null, Guid? SessionId = null, DateTimeOffset At = default);
}
