using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Leads.Application.Reactions;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Messaging;

internal sealed class AppointmentScheduledConsumer(LeadsDbContext db, KeepAppointments reaction, ILogger<AppointmentScheduledConsumer> logger)
    : InboxConsumer<AppointmentScheduled, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentScheduled message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentUpdatedConsumer(LeadsDbContext db, KeepAppointments reaction, ILogger<AppointmentUpdatedConsumer> logger)
    : InboxConsumer<AppointmentUpdated, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentCancelledConsumer(LeadsDbContext db, KeepAppointments reaction, ILogger<AppointmentCancelledConsumer> logger)
    : InboxConsumer<AppointmentCancelled, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentCancelled message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentDeletedConsumer(LeadsDbContext db, KeepAppointments reaction, ILogger<AppointmentDeletedConsumer> logger)
    : InboxConsumer<AppointmentDeleted, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentRestoredConsumer(LeadsDbContext db, KeepAppointments reaction, ILogger<AppointmentRestoredConsumer> logger)
    : InboxConsumer<AppointmentRestored, LeadsDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
