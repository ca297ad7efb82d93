using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Realtime;

public sealed class RedisFanoutTests
{
    private const string Channel = "private-dashboard";
    private static readonly Dictionary<string, string?> Shared = new() { ["Realtime:Secret"] = "shared" };

    [Fact]
    public async Task Every_hosts_clients_get_every_event_once_wherever_it_is_published()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var two = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var atOne = await one.ListenAsync(Channel);
        await using var atTwo = await two.ListenAsync(Channel);
        await UntilConnectedAsync(one, atOne, atTwo);
        await UntilConnectedAsync(two, atOne, atTwo);

        for (var n = 0; n < 50; n++) await (n % 2 == 0 ? one : two).PublishAsync(Channel, "alert", ("n", n));

        foreach (var socket in new[] { atOne, atTwo })
        {
            var got = new List<string>();
            for (var n = 0; n < 50; n++) got.Add((await socket.NextAsync("alert")).Data.GetString()!);
            got.ShouldBe(Enumerable.Range(0, 50).Select(n => $$"""{"n":{{n}}}"""), ignoreOrder: true);
            // Those of one host stay in order on the other.
            got.Where(g => int.Parse(g[5..^1], null) % 2 == 0).ShouldBe(Enumerable.Range(0, 25).Select(n => $$"""{"n":{{2 * n}}}"""));
            await socket.NothingCameAsync();
        }
    }

    [Fact]
    public async Task A_revocation_reaches_every_host()
    {
        var user = Guid.CreateVersion7();
        await using var redis = await RedisServer.StartAsync();
        await using var one = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var two = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var probe = await two.ListenAsync(Channel);
        await UntilConnectedAsync(one, probe);

        // Authorised by one host, connected to the other, as happens behind a load balancer.
        await using var socket = await two.ConnectAsync();
        using var response = await one.AuthorizeAsync($"{user}", socket.SocketId, $"private-user-{user}");
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        await socket.SubscribeAsync($"private-user-{user}", json.RootElement.GetProperty("auth").GetString(), json.RootElement.GetProperty("channel_data").GetString());

        one.Revocation.DisconnectUser(user);

        (await socket.CloseCodeAsync()).ShouldBe(4101);
    }

    [Fact]
    public async Task Local_clients_are_served_while_redis_is_away_and_the_others_again_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var two = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var atOne = await one.ListenAsync(Channel);
        await using var atTwo = await two.ListenAsync(Channel);
        await UntilConnectedAsync(one, atOne, atTwo);

        await redis.KillAsync();
        for (var n = 0; n < 20; n++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await one.PublishAsync(Channel, "alert", ("n", n));
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(1));
            (await atOne.NextAsync()).Data.GetString().ShouldBe($$"""{"n":{{n}}}""");
        }

        await redis.RestartAsync();
        await UntilConnectedAsync(one, atOne, atTwo);

        await one.PublishAsync(Channel, "back");
        (await atTwo.NextAsync()).Event.ShouldBe("back");
        await atTwo.NothingCameAsync();
    }

    [Fact]
    public async Task A_host_that_starts_without_redis_serves_its_own_clients()
    {
        await using var host = await ChannelsHost.StartAsync(Shared, RedisServer.AwayConnectionString);
        await using var socket = await host.ListenAsync(Channel);

        await host.PublishAsync(Channel, "alert");

        (await socket.NextAsync()).Event.ShouldBe("alert");
    }

    [Fact]
    public async Task A_host_that_starts_before_redis_finds_it_later()
    {
        await using var redis = await RedisServer.StartAsync();
        await redis.KillAsync();
        await using var one = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var two = await ChannelsHost.StartAsync(Shared, redis.ConnectionString);
        await using var atTwo = await two.ListenAsync(Channel);

        await redis.RestartAsync();
        await UntilConnectedAsync(one, atTwo);

        await one.PublishAsync(Channel, "alert");
        (await atTwo.NextAsync()).Event.ShouldBe("alert");
        await atTwo.NothingCameAsync();
    }

    /// <summary>
    /// Subscribing to Redis takes its time: publishes until something has come over to everybody. Events of a host stay in
    /// order, so after the last one nothing of all this is under way any more.
    /// </summary>
    private static async Task UntilConnectedAsync(ChannelsHost from, params ChannelsSocket[] sockets)
    {
        var arrived = Task.WhenAll(sockets.Select(socket => socket.NextAsync("probe")));
        while (await Task.WhenAny(arrived, Task.Delay(50)) != arrived) await from.PublishAsync(Channel, "probe");
        await arrived;

        await from.PublishAsync(Channel, "settled");
        await Task.WhenAll(sockets.Select(socket => socket.NextAsync("settled")));
    }
}
