using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.Shared.Application.Realtime;
using MassTransit;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Rings the bell of one person: their own channel may say what it is about.</summary>
internal sealed class NotificationBroadcasts(IRealtime realtime) : IConsumer<NotificationAdded>
{
    public async Task Consume(ConsumeContext<NotificationAdded> context)
    {
        var e = context.Message;
        await realtime.PublishAsync(new RealtimeMessage([RealtimeChannels.User(e.UserId)], RealtimeChannels.Notification, new Dictionary<string, object?>
        {
            ["event_id"] = e.EventId,
            ["notification_id"] = e.NotificationId,
            ["type"] = e.Type,
            ["title"] = e.Title,
            ["priority"] = e.Priority,
            ["entity_type"] = e.EntityType,
            ["entity_id"] = e.EntityId,
        }), context.CancellationToken);
    }
}
