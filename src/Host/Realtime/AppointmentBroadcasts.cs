using IswitchRoofs.IntegrationEvents.Scheduling;
using MassTransit;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Appointments count on the dashboard.</summary>
internal sealed class AppointmentBroadcasts(DashboardAnnouncer dashboard) :
    IConsumer<AppointmentScheduled>, IConsumer<AppointmentUpdated>, IConsumer<AppointmentCancelled>, IConsumer<AppointmentDeleted>, IConsumer<AppointmentRestored>
{
    public Task Consume(ConsumeContext<AppointmentScheduled> context) => Changed();

    public Task Consume(ConsumeContext<AppointmentUpdated> context) => Changed();

    public Task Consume(ConsumeContext<AppointmentCancelled> context) => Changed();

    public Task Consume(ConsumeContext<AppointmentDeleted> context) => Changed();

    public Task Consume(ConsumeContext<AppointmentRestored> context) => Changed();

    private Task Changed()
    {
        dashboard.Changed();
        return Task.CompletedTask;
    }
}
