using IswitchRoofs.Shared.Application.Caching;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace IswitchRoofs.Shared.Infrastructure.Caching;

/// <summary>
/// Generations shared by all hosts. While Redis is away nothing is served from a cache. A move that Redis did not hear of
/// is made up for, before this host uses the cache again, by moving everything on (the epoch).
/// </summary>
internal sealed class RedisGenerations(IConnectionMultiplexer redis, string prefix, ILogger<RedisGenerations> logger) : ICacheGenerations
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);
    private readonly RedisKey _epoch = $"{prefix}generation:*";
    private int _missedMoves;

    public async ValueTask<string?> StampAsync(IReadOnlyList<string> tags, CancellationToken ct)
    {
        try
        {
            if (Volatile.Read(ref _missedMoves) > 0) await CatchUpAsync();
            var keys = new RedisKey[tags.Count + 1];
            keys[0] = _epoch;
            for (var i = 0; i < tags.Count; i++) keys[i + 1] = Key(tags[i]);
            var numbers = await redis.GetDatabase().StringGetAsync(keys);
            if (numbers[0].IsNull) numbers[0] = await BeginEpochAsync();
            return string.Join('.', numbers.Select(n => n.IsNull ? "0" : n.ToString()));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return null;
        }
    }

    public async ValueTask BumpAsync(IReadOnlyCollection<string> tags)
    {
        try
        {
            var batch = redis.GetDatabase().CreateBatch();
            // A counter that expired and restarted could meet an old answer again; a fresh value never does.
            var moves = tags.Select(tag => batch.StringSetAsync(Key(tag), Guid.CreateVersion7().ToString("N"), Memory)).ToArray();
            batch.Execute();
            await Task.WhenAll(moves);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            if (Interlocked.Increment(ref _missedMoves) == 1) logger.LogWarning("Redis is away: answers come from the database until it is back ({Reason})", e.Message);
        }
    }

    // A Redis that came back empty has forgotten every move: without a new epoch, tags that nobody moved since would lead
    // back to answers that hosts still remember from before.
    private async Task<RedisValue> BeginEpochAsync()
    {
        var database = redis.GetDatabase();
        await database.StringSetAsync(_epoch, Guid.CreateVersion7().ToString("N"), when: When.NotExists);
        return await database.StringGetAsync(_epoch);
    }

    private async Task CatchUpAsync()
    {
        var missed = Volatile.Read(ref _missedMoves);
        await redis.GetDatabase().StringSetAsync(_epoch, Guid.CreateVersion7().ToString("N"));
        Interlocked.Add(ref _missedMoves, -missed);
    }

    private RedisKey Key(string tag) => $"{prefix}generation:{tag}";
}
