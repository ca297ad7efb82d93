using System.Net.WebSockets;
using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Realtime;

namespace IswitchRoofs.Host.Tests.Realtime;

public sealed class ChannelsServerTests
{
    private const string Channel = "private-dashboard";

    [Fact]
    public async Task A_client_is_greeted_with_its_socket_id_and_the_activity_timeout()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var one = await host.ConnectAsync();
        await using var two = await host.ConnectAsync();

        ChannelsLimits.IsSocketId(one.SocketId).ShouldBeTrue();
        two.SocketId.ShouldNotBe(one.SocketId);
        one.ActivityTimeout.ShouldBe(30);
    }

    [Theory]
    [InlineData("wrong", "?protocol=7", 4001)]
    [InlineData(null, "", 4008)]
    [InlineData(null, "?protocol=seven", 4006)]
    [InlineData(null, "?protocol=99", 4007)]
    [InlineData(null, "?protocol=4", 4007)]
    public async Task A_connection_that_cannot_be_served_is_told_why(string? key, string query, int code)
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await ChannelsSocket.OpenRawAsync(host.Socket(key, query));

        (await socket.NextAsync("pusher:error")).Code.ShouldBe(code);
        (await socket.CloseCodeAsync()).ShouldBe(code);
        host.Server.ConnectionCount.ShouldBe(0);
    }

    [Fact]
    public async Task Connections_over_the_quota_are_refused_until_one_leaves()
    {
        await using var host = await ChannelsHost.StartAsync(Settings(("MaxConnections", "2")));
        await using var one = await host.ConnectAsync();
        await using var two = await host.ConnectAsync();

        await using var three = await ChannelsSocket.OpenRawAsync(host.Socket());
        (await three.CloseCodeAsync()).ShouldBe(4004);

        await one.CloseAsync();
        await ChannelsHost.Eventually(() => host.Server.ConnectionCount == 1, "the place is free again");
        await using var four = await host.ConnectAsync();
    }

    [Fact]
    public async Task A_plain_request_to_the_socket_address_is_asked_to_upgrade()
    {
        await using var host = await ChannelsHost.StartAsync();
        using var response = await host.Http.GetAsync($"/app/{host.Options.Key}");

        ((int)response.StatusCode).ShouldBe(426);
    }

    [Fact]
    public async Task A_ping_is_answered()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();

        await socket.SendAsync("""{"event":"pusher:ping","data":{}}""");

        (await socket.NextAsync()).Event.ShouldBe("pusher:pong");
    }

    [Fact]
    public async Task A_silent_client_is_pinged_and_closed_when_it_does_not_answer()
    {
        await using var host = await ChannelsHost.StartAsync(Settings(("ActivityTimeout", "00:00:00.2"), ("PongTimeout", "00:00:01")));
        await using var socket = await host.ListenAsync(Channel);

        await socket.NextAsync("pusher:ping");

        (await socket.CloseCodeAsync()).ShouldBe(4201);
        await ChannelsHost.Eventually(() => host.Server.ConnectionCount == 0, "the connection is gone");
    }

    [Fact]
    public async Task A_silent_client_that_answers_pings_stays()
    {
        await using var host = await ChannelsHost.StartAsync(Settings(("ActivityTimeout", "00:00:00.1"), ("PongTimeout", "00:00:10")));
        await using var socket = await host.ListenAsync(Channel);

        for (var i = 0; i < 5; i++)
        {
            await socket.NextAsync("pusher:ping");
            await socket.SendAsync("""{"event":"pusher:pong","data":{}}""");
        }

        await host.PublishAsync(Channel, "alert");
        (await socket.NextAsync("alert")).Channel.ShouldBe(Channel);
    }

    [Fact]
    public async Task A_connection_that_listens_to_nothing_does_not_keep_its_place()
    {
        await using var host = await ChannelsHost.StartAsync(Settings(("SubscribeWithin", "00:00:00.3"), ("ActivityTimeout", "00:00:00.2")));
        await using var idle = await host.ConnectAsync();

        (await idle.CloseCodeAsync()).ShouldBe(4202);
    }

    [Fact]
    public async Task A_subscriber_gets_what_is_published_to_its_channel_and_nothing_else()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ListenAsync("private-team-a");

        await host.PublishAsync("private-team-b", "lead-created");
        await host.PublishAsync("private-team-a", "lead-created", ("lead_id", 7), ("title", "Ann \"Lee\" ☃"));

        var e = await socket.NextAsync();
        e.Event.ShouldBe("lead-created");
        e.Channel.ShouldBe("private-team-a");
        e.Data.ValueKind.ShouldBe(JsonValueKind.String);
        e.Data.GetString().ShouldBe("""{"lead_id":7,"title":"Ann \"Lee\" ☃"}""");
    }

    [Fact]
    public async Task An_unsubscribed_channel_is_silent()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ListenAsync("private-team-a", "private-team-b");

        await socket.SendAsync("""{"event":"pusher:unsubscribe","data":{"channel":"private-team-a"}}""");
        await socket.NothingCameAsync();
        await host.PublishAsync("private-team-a", "one");
        await host.PublishAsync("private-team-b", "two");

        (await socket.NextAsync()).Event.ShouldBe("two");
    }

    [Fact]
    public async Task A_subscription_without_the_right_signature_is_refused()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();
        await using var other = await host.ConnectAsync();

        string?[] wrong = [null, "", "nonsense", host.Sign(other, Channel), host.Sign(socket, "private-other"), host.Sign(socket, Channel)[..^1], host.Sign(socket, Channel).ToUpperInvariant()];
        foreach (var auth in wrong)
        {
            await socket.RequestSubscriptionAsync(Channel, auth);
            var refusal = await socket.NextAsync();
            refusal.Event.ShouldBe("pusher:subscription_error");
            refusal.Channel.ShouldBe(Channel);
            refusal.Data.GetProperty("status").GetInt32().ShouldBe(401);
            (await socket.NextAsync()).Code.ShouldBe(4009);
        }

        await host.PublishAsync(Channel, "secret");
        await socket.NothingCameAsync();
    }

    [Theory]
    [InlineData("dashboard")]
    [InlineData("presence-team-a")]
    [InlineData("private-encrypted-a")]
    [InlineData("private-cache-a")]
    [InlineData("cache-a")]
    public async Task Only_private_channels_are_served(string channel)
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();

        await socket.RequestSubscriptionAsync(channel, host.Sign(socket, channel));

        var refusal = await socket.NextAsync();
        refusal.Event.ShouldBe("pusher:subscription_error");
        refusal.Data.GetProperty("status").GetInt32().ShouldBe(400);
    }

    [Fact]
    public async Task Subscribing_twice_delivers_once()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ListenAsync(Channel);

        await socket.RequestSubscriptionAsync(Channel, host.Sign(socket, Channel));
        (await socket.NextAsync()).Event.ShouldBe("pusher:error");
        await host.PublishAsync(Channel, "once");

        (await socket.NextAsync()).Event.ShouldBe("once");
        await socket.NothingCameAsync();
    }

    [Fact]
    public async Task A_connection_listens_to_a_hundred_channels_at_most()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ListenAsync([.. Enumerable.Range(0, 100).Select(i => $"private-team-{i}")]);

        await socket.RequestSubscriptionAsync("private-team-100", host.Sign(socket, "private-team-100"));

        (await socket.NextAsync()).Data.GetProperty("type").GetString().ShouldBe("LimitReached");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"event\":7}")]
    [InlineData("{\"event\":\"pusher:subscribe\"}")]
    [InlineData("{\"event\":\"pusher:subscribe\",\"data\":[]}")]
    [InlineData("{\"event\":\"pusher:subscribe\",\"data\":\"{\"}")]
    [InlineData("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"private-a:b\",\"auth\":\"\"}}")]
    [InlineData("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"\\ud800\",\"auth\":\"\"}}")]
    [InlineData("{\"event\":\"pusher:signin\",\"data\":{}}")]
    [InlineData("{\"event\":\"client-typing\",\"channel\":\"private-dashboard\",\"data\":{}}")]
    public async Task A_message_that_makes_no_sense_is_an_error_and_the_connection_goes_on(string text)
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var listener = await host.ListenAsync(Channel);
        await using var socket = await host.ListenAsync(Channel);

        await socket.SendAsync(text);

        (await socket.NextAsync()).Event.ShouldBe("pusher:error");
        await socket.NothingCameAsync();
        await listener.NothingCameAsync();
    }

    [Fact]
    public async Task A_message_may_come_with_its_data_as_text()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();

        var data = JsonSerializer.Serialize(new { channel = Channel, auth = host.Sign(socket, Channel) });
        await socket.SendAsync(JsonSerializer.Serialize(new { @event = "pusher:subscribe", data }));

        (await socket.NextAsync()).Event.ShouldBe("pusher_internal:subscription_succeeded");
    }

    [Fact]
    public async Task An_oversized_message_ends_the_connection()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();

        await socket.SendAsync(new string('x', 17_000));

        (await socket.CloseCodeAsync()).ShouldBe(1009);
        await ChannelsHost.Eventually(() => host.Server.ConnectionCount == 0, "the connection is gone");
    }

    [Fact]
    public async Task A_binary_message_ends_the_connection()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();

        await socket.SendAsync([1, 2, 3], WebSocketMessageType.Binary);

        (await socket.CloseCodeAsync()).ShouldBe(1003);
    }

    [Fact]
    public async Task A_flood_of_messages_ends_the_connection()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ConnectAsync();

        for (var i = 0; i <= 300; i++) await socket.SendAsync("""{"event":"pusher:pong","data":{}}""");

        (await socket.CloseCodeAsync()).ShouldBe(4100);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_dropped_and_holds_up_nobody()
    {
        await using var host = await ChannelsHost.StartAsync(Settings(("MaxQueuedMessages", "32")));
        await using var slow = await host.ListenAsync(Channel);
        await using var quick = await host.ListenAsync(Channel);
        var payload = new string('x', 10_000);

        // Enough to fill the sockets' own buffers and then the queue. The quick one is let to keep up.
        var sent = 0;
        while (host.Server.ConnectionCount == 2 && sent < 5_000)
        {
            await host.PublishAsync(Channel, "alert", ("n", sent++), ("text", payload));
            (await quick.NextAsync()).Event.ShouldBe("alert");
        }

        host.Server.ConnectionCount.ShouldBe(1);
        await host.PublishAsync(Channel, "after");
        (await quick.NextAsync()).Event.ShouldBe("after");
    }

    [Fact]
    public async Task A_stopping_host_says_so_and_sends_its_clients_elsewhere()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var socket = await host.ListenAsync(Channel);

        var stopping = host.StopAsync();

        (await socket.CloseCodeAsync()).ShouldBe(4200);
        await stopping.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_client_that_ignores_the_goodbye_does_not_hold_up_the_stop()
    {
        await using var host = await ChannelsHost.StartAsync();
        await using var deaf = await host.ListenAsync(Channel);

        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Hundreds_of_clients_each_get_each_event_once_and_in_order()
    {
        const int clients = 300;
        const int events = 20;
        await using var host = await ChannelsHost.StartAsync();
        var sockets = await Task.WhenAll(Enumerable.Range(0, clients).Select(i => host.ListenAsync(Channel, $"private-team-{i % 3}")));

        for (var n = 0; n < events; n++)
        {
            await host.PublishAsync(Channel, "dashboard-updated", ("n", n));
            await host.PublishAsync($"private-team-{n % 3}", "lead-created", ("n", n));
        }

        await Task.WhenAll(sockets.Select(async (socket, i) =>
        {
            for (var n = 0; n < events; n++)
            {
                var dashboard = await socket.NextAsync();
                (dashboard.Event, dashboard.Data.GetString()).ShouldBe(("dashboard-updated", $$"""{"n":{{n}}}"""));
                if (n % 3 != i % 3) continue;
                var team = await socket.NextAsync();
                (team.Event, team.Data.GetString()).ShouldBe(("lead-created", $$"""{"n":{{n}}}"""));
            }

            await socket.NothingCameAsync();
            await socket.DisposeAsync();
        }));
        await ChannelsHost.Eventually(() => host.Server.ConnectionCount == 0 && host.Server.Occupied("").Count == 0, "nothing is left behind");
    }

    private static Dictionary<string, string?> Settings(params (string Name, string Value)[] settings) =>
        settings.ToDictionary(s => $"Realtime:{s.Name}", s => (string?)s.Value);
}
