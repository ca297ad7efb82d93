using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application.Realtime;
using MassTransit;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Reminds whoever has to be there, on their own channel (A7).</summary>
internal sealed class AppointmentBroadcasts(IRealtime realtime) : IConsumer<AppointmentReminderDue>
{
    public async Task Consume(ConsumeContext<AppointmentReminderDue> context)
    {
        var e = context.Message;
        await realtime.PublishAsync(new RealtimeMessage([RealtimeChannels.User(e.AssignedTo)], RealtimeChannels.AppointmentReminder, new Dictionary<string, object?>
        {
            ["event_id"] = e.EventId,
            ["appointment_id"] = e.AppointmentId,
            ["title"] = e.Title,
            ["starts_at"] = e.StartsAt,
            ["location"] = e.Location,
        }), context.CancellationToken);
    }
}
