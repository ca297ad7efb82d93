using IswitchRoofs.Identity.Application.Reactions;
using IswitchRoofs.Identity.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Identity.Infrastructure.Messaging;

internal sealed class AppointmentScheduledWorkConsumer(IdentityDbContext db, KeepAppointmentWork reaction, ILogger<AppointmentScheduledWorkConsumer> logger)
    : InboxConsumer<AppointmentScheduled, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentScheduled message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentUpdatedWorkConsumer(IdentityDbContext db, KeepAppointmentWork reaction, ILogger<AppointmentUpdatedWorkConsumer> logger)
    : InboxConsumer<AppointmentUpdated, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentUpdated message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentCancelledWorkConsumer(IdentityDbContext db, KeepAppointmentWork reaction, ILogger<AppointmentCancelledWorkConsumer> logger)
    : InboxConsumer<AppointmentCancelled, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentCancelled message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentDeletedWorkConsumer(IdentityDbContext db, KeepAppointmentWork reaction, ILogger<AppointmentDeletedWorkConsumer> logger)
    : InboxConsumer<AppointmentDeleted, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentDeleted message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}

internal sealed class AppointmentRestoredWorkConsumer(IdentityDbContext db, KeepAppointmentWork reaction, ILogger<AppointmentRestoredWorkConsumer> logger)
    : InboxConsumer<AppointmentRestored, IdentityDbContext>(db, logger)
{
    protected override Task<Result> ReactAsync(AppointmentRestored message, CancellationToken ct) => reaction.HandleAsync(message, ct);
}
