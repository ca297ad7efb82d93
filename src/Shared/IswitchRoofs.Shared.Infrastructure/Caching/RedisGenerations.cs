using System.Globalization;
using IswitchRoofs.Shared.Application.Caching;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace IswitchRoofs.Shared.Infrastructure.Caching;

/// <summary>
/// Generations shared by all hosts. While Redis is away nothing is served from a cache. A host that could not reach it
/// moves everything on (the epoch) before it uses the cache again, and no host uses the cache while the epoch is young:
/// by then the others are back too, and none of their moves is missed.
/// </summary>
internal sealed class RedisGenerations(IConnectionMultiplexer redis, string prefix, TimeProvider clock, ILogger<RedisGenerations> logger) : ICacheGenerations
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);

    // Hosts try to reconnect every second.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
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
            if (IsYoung(numbers[0])) return null;
            return string.Join('.', numbers.Select(n => n.IsNull ? "0" : n.ToString()));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            Miss(e);
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
            Miss(e);
        }
    }

    private void Miss(Exception e)
    {
        if (Interlocked.Increment(ref _missedMoves) == 1) logger.LogWarning("Redis is away: answers come from the database until it is back ({Reason})", e.Message);
    }

    // A Redis that came back empty has forgotten every move: without a new epoch, tags that nobody moved since would lead
    // back to answers that hosts still remember from before.
    private async Task<RedisValue> BeginEpochAsync()
    {
        var database = redis.GetDatabase();
        await database.StringSetAsync(_epoch, NewEpoch(), when: When.NotExists);
        return await database.StringGetAsync(_epoch);
    }

    private async Task CatchUpAsync()
    {
        var missed = Volatile.Read(ref _missedMoves);
        await redis.GetDatabase().StringSetAsync(_epoch, NewEpoch());
        Interlocked.Add(ref _missedMoves, -missed);
    }

    private string NewEpoch() => string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().ToUnixTimeMilliseconds()}-{Guid.CreateVersion7():N}");

    private bool IsYoung(RedisValue epoch) =>
        long.TryParse(epoch.ToString().Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var begun)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(begun) < Settling;

    private RedisKey Key(string tag) => $"{prefix}generation:{tag}";
}
