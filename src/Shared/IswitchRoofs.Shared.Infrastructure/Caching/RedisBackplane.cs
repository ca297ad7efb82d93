using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane;

namespace IswitchRoofs.Shared.Infrastructure.Caching;

/// <summary>
/// Tells the other hosts over Redis pub/sub which entries of their memory are stale. (FusionCache's own backplane
/// package is not available to this build.)
/// </summary>
internal sealed class RedisBackplane(IConnectionMultiplexer redis, ILogger<RedisBackplane> logger) : IFusionCacheBackplane
{
    private ChannelMessageQueue? _queue;
    private RedisChannel _channel;
    private BackplaneSubscriptionOptions? _options;

    public void Subscribe(BackplaneSubscriptionOptions options) => SubscribeAsync(options).AsTask().GetAwaiter().GetResult();

    public async ValueTask SubscribeAsync(BackplaneSubscriptionOptions options)
    {
        _options = options;
        _channel = RedisChannel.Literal(options.ChannelName!);
        redis.ConnectionRestored += OnConnectionRestored;
        try
        {
            _queue = await redis.GetSubscriber().SubscribeAsync(_channel);
            _queue.OnMessage(async message =>
            {
                if (message.Message.HasValue && BackplaneMessage.FromByteArray((byte[])message.Message!) is { } received)
                    await options.IncomingMessageHandlerAsync!(received);
            });
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            // The multiplexer keeps trying and restores subscriptions by itself once Redis answers.
            logger.LogWarning("Redis is away: other hosts' changes are seen when entries expire, until it is back ({Reason})", e.Message);
        }
    }

    public void Unsubscribe() => UnsubscribeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask UnsubscribeAsync()
    {
        redis.ConnectionRestored -= OnConnectionRestored;
        if (_queue is not null) await _queue.UnsubscribeAsync();
        _queue = null;
    }

    public void Publish(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) =>
        redis.GetSubscriber().Publish(_channel, BackplaneMessage.ToByteArray(message));

    public async ValueTask PublishAsync(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) =>
        await redis.GetSubscriber().PublishAsync(_channel, BackplaneMessage.ToByteArray(message));

    private void OnConnectionRestored(object? sender, ConnectionFailedEventArgs e)
    {
        if (e.ConnectionType != ConnectionType.Subscription || _options is not { ConnectHandlerAsync: { } connected }) return;
        _ = Task.Run(async () =>
        {
            try
            {
                await connected(new BackplaneConnectionInfo(true));
            }
            catch (Exception error) when (error is RedisException or TimeoutException)
            {
                logger.LogWarning(error, "The cache could not catch up after Redis came back");
            }
        });
    }
}
