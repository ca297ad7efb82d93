using System.Globalization;
using System.Text.Json;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Realtime;

/// <summary>The protocol as others implement it: npm's pusher-js listens, npm's pusher publishes.</summary>
public sealed class StockClientTests
{
    private readonly Guid _user = Guid.CreateVersion7();

    private string Own => $"private-user-{_user}";

    [Fact]
    public async Task Stock_pusher_js_connects_is_authorised_and_receives()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var client = await StockClient.StartAsync(host.Address, host.Options.Key, Own, _user.ToString());
        (await client.NextAsync("subscribed")).GetProperty("channel").GetString().ShouldBe(Own);

        await host.PublishAsync(Own, "notification", ("title", "New hot lead ☃"), ("unread", 3));

        var e = await client.NextAsync("event");
        e.GetProperty("event").GetString().ShouldBe("notification");
        e.GetProperty("data").GetProperty("title").GetString().ShouldBe("New hot lead ☃");
        e.GetProperty("data").GetProperty("unread").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Stock_pusher_js_is_refused_another_users_channel()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var client = await StockClient.StartAsync(host.Address, host.Options.Key, $"private-user-{Guid.CreateVersion7()}", _user.ToString());

        (await client.NextAsync("subscription_error")).GetProperty("data").GetProperty("status").GetInt32().ShouldBe(403);
    }

    [Fact]
    public async Task Stock_pusher_js_keeps_a_silent_connection_alive()
    {
        await using var host = await ChannelsHost.StartAsync(new Dictionary<string, string?>
        {
            ["Realtime:ActivityTimeout"] = "00:00:00.5",
            ["Realtime:PongTimeout"] = "00:00:03",
        });
        await using var client = await StockClient.StartAsync(host.Address, host.Options.Key, Own, _user.ToString());
        await client.NextAsync("subscribed");

        // Longer than both timeouts together: only ping and pong can have kept it.
        var until = TimeProvider.System.GetTimestamp();
        await ChannelsHost.Eventually(() => TimeProvider.System.GetElapsedTime(until) > TimeSpan.FromSeconds(4), "time passes");

        await host.PublishAsync(Own, "notification");
        await client.NextAsync("event");
    }

    [Fact]
    public async Task Stock_pusher_js_comes_back_and_resubscribes_after_its_rights_changed()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var client = await StockClient.StartAsync(host.Address, host.Options.Key, Own, _user.ToString());
        await client.NextAsync("subscribed");

        host.Revocation.DisconnectUser(_user);

        await client.NextAsync("subscribed");
        await host.PublishAsync(Own, "notification");
        await client.NextAsync("event");
    }

    [Fact]
    public async Task Stock_pusher_js_does_not_insist_on_an_unknown_key()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var client = await StockClient.StartAsync(host.Address, "unknown", "", null);

        (await client.NextAsync("error")).GetProperty("data").GetProperty("code").GetInt32().ShouldBe(4001);
    }

    [Fact]
    public async Task The_stock_library_publishes_single_events_and_leaves_out_their_sender()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var sender = await host.ListenAsync("private-a", "private-b");
        await using var other = await host.ListenAsync("private-b");

        var answer = await PublishAsync(host, "trigger", new
        {
            channels = new[] { "private-a", "private-b" },
            @event = "alert",
            data = new { text = "Größe \"1\"" },
            @params = new { socket_id = sender.SocketId },
        });

        answer.GetProperty("status").GetInt32().ShouldBe(200);
        var e = await other.NextAsync();
        (e.Event, e.Channel, e.Data.GetString()).ShouldBe(("alert", "private-b", """{"text":"Größe \"1\""}"""));
        await sender.NothingCameAsync();
    }

    [Fact]
    public async Task The_stock_library_publishes_batches()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var listener = await host.ListenAsync("private-a", "private-b");

        var answer = await PublishAsync(host, "batch", new object[]
        {
            new { channel = "private-a", name = "one", data = new { n = 1 } },
            new { channel = "private-b", name = "two", data = "text" },
        });

        answer.GetProperty("status").GetInt32().ShouldBe(200);
        (await listener.NextAsync()).Data.GetString().ShouldBe("""{"n":1}""");
        (await listener.NextAsync()).Data.GetString().ShouldBe("text");
    }

    [Fact]
    public async Task The_stock_library_asks_which_channels_are_occupied()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var one = await host.ListenAsync("private-team-a", "private-user-b");
        await using var two = await host.ListenAsync("private-team-a");

        var all = await PublishAsync(host, "get", new { path = "/channels", @params = new { filter_by_prefix = "private-team-", info = "subscription_count" } });
        all.GetProperty("body").GetRawText().ShouldBe("""{"channels":{"private-team-a":{"subscription_count":2}}}""");

        var single = await PublishAsync(host, "get", new { path = "/channels/private-team-a", @params = new { info = "subscription_count" } });
        single.GetProperty("body").GetRawText().ShouldBe("""{"occupied":true,"subscription_count":2}""");

        var empty = await PublishAsync(host, "get", new { path = "/channels/private-team" });
        empty.GetProperty("body").GetRawText().ShouldBe("""{"occupied":false}""");
    }

    [Fact]
    public async Task The_stock_library_with_the_wrong_secret_is_refused()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var listener = await host.ListenAsync("private-a");

        var answer = await PublishAsync(host, "trigger", new { channels = new[] { "private-a" }, @event = "e", data = new { } }, secret: "guessed");

        answer.GetProperty("status").GetInt32().ShouldBe(401);
        await listener.NothingCameAsync();
    }

    private static async Task<JsonElement> PublishAsync(ChannelsHost host, string operation, object argument, string? secret = null)
    {
        var output = await NodeScripts.RunAsync("publish.mjs", [operation, JsonSerializer.Serialize(argument)], new Dictionary<string, string>
        {
            ["CHANNELS_APP_ID"] = host.Options.AppId,
            ["CHANNELS_KEY"] = host.Options.Key,
            ["CHANNELS_SECRET"] = secret ?? host.Options.Secret,
            ["CHANNELS_HOST"] = host.Address.Host,
            ["CHANNELS_PORT"] = host.Address.Port.ToString(CultureInfo.InvariantCulture),
        });
        using var json = JsonDocument.Parse(output);
        return json.RootElement.Clone();
    }
}
