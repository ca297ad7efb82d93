using IswitchRoofs.Shared.Application.Realtime;
using IswitchRoofs.Shared.Infrastructure.Realtime;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>Publishes to this host's sockets and, through Redis, to those of the others.</summary>
internal sealed class EmbeddedRealtime(
    ChannelsServer server, RedisFanout others, RealtimeMetrics metrics, TimeProvider clock, ILogger<EmbeddedRealtime> logger)
    : IRealtime, IRealtimeRevocation
{
    public ValueTask PublishAsync(RealtimeMessage message, CancellationToken ct)
    {
        if (ChannelsEvent.Acceptable(message, metrics, logger) is { } e) Publish(e);
        return ValueTask.CompletedTask;
    }

    public void Publish(ChannelsEvent e)
    {
        server.Deliver(e);
        others.Send(e);
        metrics.Published();
    }

    public void DisconnectUser(Guid userId)
    {
        var now = clock.GetUtcNow();
        server.DisconnectUser(userId, now);
        others.SendRevocation(userId, null, now);
    }

    public void DisconnectSession(Guid sessionId)
    {
        var now = clock.GetUtcNow();
        server.DisconnectSession(sessionId, now);
        others.SendRevocation(null, sessionId, now);
    }
}
