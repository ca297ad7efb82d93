using System.Diagnostics.Metrics;
using System.Globalization;
using IswitchRoofs.Shared.Infrastructure.Realtime;

namespace IswitchRoofs.Host.Tests.Realtime;

/// <summary>The adapter for a Channels application, with our own server as the application.</summary>
public sealed class PusherRealtimeTests
{
    [Fact]
    public async Task What_is_published_arrives_in_order()
    {
        await using var server = await ChannelsHost.StartAsync();
        await using var host = await ChannelsHost.StartAsync(SettingsFor(server.Address.Port, server.Options));
        await using var listener = await server.ListenAsync("private-dashboard");

        for (var n = 0; n < 100; n++) await host.PublishAsync("private-dashboard", "alert", ("n", n));

        for (var n = 0; n < 100; n++) (await listener.NextAsync()).Data.GetString().ShouldBe($$"""{"n":{{n}}}""");
    }

    [Fact]
    public async Task What_is_queued_when_the_host_stops_is_still_sent()
    {
        await using var server = await ChannelsHost.StartAsync();
        await using var host = await ChannelsHost.StartAsync(SettingsFor(server.Address.Port, server.Options));
        await using var listener = await server.ListenAsync("private-dashboard");

        for (var n = 0; n < 20; n++) await host.PublishAsync("private-dashboard", "alert", ("n", n));
        await host.StopAsync();

        for (var n = 0; n < 20; n++) (await listener.NextAsync()).Event.ShouldBe("alert");
    }

    [Fact]
    public async Task An_application_that_is_away_delays_and_fails_nobody_and_the_loss_is_counted()
    {
        var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var port = ((System.Net.IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        await using var host = await ChannelsHost.StartAsync(SettingsFor(port, new ChannelsOptions { Secret = "s" }));
        using var drops = new Drops(host);

        var started = TimeProvider.System.GetTimestamp();
        for (var n = 0; n < 1_500; n++) await host.PublishAsync("private-dashboard", "alert", ("n", n));
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(1));

        await ChannelsHost.Eventually(() => drops.Of("queue_full") >= 400 && drops.Of("unreachable") > 0, "the loss is counted");
    }

    [Fact]
    public async Task A_message_that_no_server_would_take_is_counted_and_thrown_nowhere()
    {
        await using var host = await ChannelsHost.StartAsync();
        using var drops = new Drops(host);

        await host.PublishAsync("private-dashboard", "alert", ("text", new string('x', 11_000)));
        await host.PublishAsync("private dashboard", "alert");
        await host.PublishAsync("private-dashboard", "alert", ("unserialisable", typeof(string)));

        drops.Of("invalid").ShouldBe(3);
    }

    private static Dictionary<string, string?> SettingsFor(int port, ChannelsOptions application) => new()
    {
        ["Realtime:Mode"] = "pusher",
        ["Realtime:AppId"] = application.AppId,
        ["Realtime:Key"] = application.Key,
        ["Realtime:Secret"] = application.Secret,
        ["Realtime:Host"] = "127.0.0.1",
        ["Realtime:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Realtime:UseTls"] = "false",
    };

    private sealed class Drops : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, long> _counts = [];

        public Drops(ChannelsHost host)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                // Other tests' hosts have meters of the same name.
                if (instrument.Name == "realtime.messages.dropped" && ReferenceEquals(instrument.Meter.Scope, host.Meters)) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            {
                var reason = (string)tags[0].Value!;
                lock (_counts) _counts[reason] = _counts.GetValueOrDefault(reason) + value;
            });
            _listener.Start();
        }

        public long Of(string reason)
        {
            lock (_counts) return _counts.GetValueOrDefault(reason);
        }

        public void Dispose() => _listener.Dispose();
    }
}
