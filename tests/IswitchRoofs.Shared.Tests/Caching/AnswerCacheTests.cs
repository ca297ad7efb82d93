using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Infrastructure.Caching;
using IswitchRoofs.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Shared.Tests.Caching;

/// <summary>Whoever reads after a write sees it, whatever was being computed or was away meanwhile.</summary>
public sealed class AnswerCacheTests
{
    private string _stored = "old";
    private int _loads;

    [Fact]
    public async Task An_answer_is_computed_once_until_something_it_depends_on_changes()
    {
        await using var host = Host(null);

        for (var i = 0; i < 3; i++) (await ReadAsync(host)).ShouldBe("old");
        _loads.ShouldBe(1);
        await WriteAsync(host, "new");

        (await ReadAsync(host)).ShouldBe("new");
        await Generations(host).BumpAsync(["other"]);
        (await ReadAsync(host)).ShouldBe("new");
        _loads.ShouldBe(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_was_being_computed_while_the_change_committed_is_never_served_again(bool withRedis)
    {
        await using var redis = withRedis ? await RedisServer.StartAsync() : null;
        await using var host = Host(redis?.ConnectionString);
        await CachingAsync(host);
        var reading = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();

        var early = Cache(host).GetAsync<string>("thing:2:v1", ["things"], TimeSpan.FromMinutes(5), async _ =>
        {
            var seen = _stored;
            reading.SetResult();
            await mayAnswer.Task;
            return seen;
        }, default).AsTask();
        await reading.Task;
        await WriteAsync(host, "new");
        mayAnswer.SetResult();
        await early;

        (await Cache(host).GetAsync<string>("thing:2:v1", ["things"], TimeSpan.FromMinutes(5), _ => ValueTask.FromResult(_stored), default)).ShouldBe("new");
    }

    [Fact]
    public async Task Two_hosts_on_one_redis_agree_at_once()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = Host(redis.ConnectionString);
        await using var two = Host(redis.ConnectionString);
        await CachingAsync(one);
        for (var i = 0; i < 20; i++)
        {
            await ReadAsync(one);
            await ReadAsync(two);
            var (writer, reader) = i % 2 == 0 ? (one, two) : (two, one);
            await WriteAsync(writer, $"value {i}");

            (await ReadAsync(reader)).ShouldBe($"value {i}");
            (await ReadAsync(writer)).ShouldBe($"value {i}");
        }
    }

    [Fact]
    public async Task A_redis_that_comes_back_empty_does_not_bring_old_answers_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = Host(redis.ConnectionString);
        await CachingAsync(host);
        await WriteAsync(host, "new");
        (await ReadAsync(host)).ShouldBe("new");

        await redis.RestartAsync();
        for (var i = 0; i < 20; i++) (await ReadAsync(host)).ShouldBe("new");
        await CachingAsync(host);
        (await ReadAsync(host)).ShouldBe("new");
    }

    [Fact]
    public async Task A_change_that_redis_missed_is_made_up_for_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var host = Host(redis.ConnectionString);
        await CachingAsync(host);
        await redis.KillAsync();

        (await ReadAsync(host)).ShouldBe("old");
        await WriteAsync(host, "new");
        (await ReadAsync(host)).ShouldBe("new");
        await redis.RestartAsync();

        (await ReadAsync(host)).ShouldBe("new");
        await CachingAsync(host);
        (await ReadAsync(host)).ShouldBe("new");
    }

    // A Redis that is new or was away is believed only after a while.
    private Task CachingAsync(ServiceProvider host) => Eventually.HoldsAsync(
        async () =>
        {
            await ReadAsync(host);
            var loads = _loads;
            await ReadAsync(host);
            return _loads == loads;
        },
        "answers come from the cache");

    private async Task<string> ReadAsync(ServiceProvider host) => await Cache(host).GetAsync<string>("thing:1:v1", ["things", "things:1"], TimeSpan.FromMinutes(5), _ =>
    {
        Interlocked.Increment(ref _loads);
        return ValueTask.FromResult(_stored);
    }, default);

    private async Task WriteAsync(ServiceProvider host, string value)
    {
        _stored = value;
        await Generations(host).BumpAsync(["things", "things:1"]);
    }

    private static AnswerCache Cache(ServiceProvider host) => host.GetRequiredService<AnswerCache>();

    private static ICacheGenerations Generations(ServiceProvider host) => host.GetRequiredService<ICacheGenerations>();

    private static ServiceProvider Host(string? redis)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Redis"] = redis }).Build();
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddCaching(configuration).BuildServiceProvider();
    }
}
