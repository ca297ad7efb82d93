using IswitchRoofs.Analytics.Infrastructure.Persistence;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents.Scheduling;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Analytics.Infrastructure.Messaging;

internal sealed class AppointmentScheduledConsumer(FactStore facts, AnalyticsDbContext db, ILogger<AppointmentScheduledConsumer> logger)
    : FactConsumer<AppointmentScheduled>(facts, db, logger);

internal sealed class AppointmentUpdatedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<AppointmentUpdatedConsumer> logger)
    : FactConsumer<AppointmentUpdated>(facts, db, logger);

internal sealed class AppointmentCancelledConsumer(FactStore facts, AnalyticsDbContext db, ILogger<AppointmentCancelledConsumer> logger)
    : FactConsumer<AppointmentCancelled>(facts, db, logger);

internal sealed class AppointmentDeletedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<AppointmentDeletedConsumer> logger)
    : FactConsumer<AppointmentDeleted>(facts, db, logger);

internal sealed class AppointmentRestoredConsumer(FactStore facts, AnalyticsDbContext db, ILogger<AppointmentRestoredConsumer> logger)
    : FactConsumer<AppointmentRestored>(facts, db, logger);
