using System.Diagnostics.Metrics;

namespace IswitchRoofs.Shared.Infrastructure.Realtime;

public sealed class RealtimeMetrics
{
    public const string MeterName = "IswitchRoofs.Realtime";

    private readonly Counter<long> _published;
    private readonly Counter<long> _dropped;
    private readonly UpDownCounter<long> _connections;
    private readonly Counter<long> _disconnected;

    public RealtimeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _published = meter.CreateCounter<long>("realtime.messages.published", "{message}", "Messages handed to the Channels server.");
        _dropped = meter.CreateCounter<long>("realtime.messages.dropped", "{message}", "Messages given up, by reason.");
        _connections = meter.CreateUpDownCounter<long>("realtime.connections", "{connection}", "Open sockets of the embedded server.");
        _disconnected = meter.CreateCounter<long>("realtime.connections.dropped", "{connection}", "Sockets the embedded server closed, by reason.");
    }

    public void Published() => _published.Add(1);

    public void Dropped(string reason, int count = 1) => _dropped.Add(count, new KeyValuePair<string, object?>("reason", reason));

    public void Connected() => _connections.Add(1);

    public void Disconnected() => _connections.Add(-1);

    public void ConnectionDropped(string reason) => _disconnected.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
