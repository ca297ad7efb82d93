using IswitchRoofs.Analytics.Infrastructure.Persistence;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents.Projects;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Analytics.Infrastructure.Messaging;

internal sealed class ProjectCreatedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<ProjectCreatedConsumer> logger)
    : FactConsumer<ProjectCreated>(facts, db, logger);

internal sealed class ProjectUpdatedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<ProjectUpdatedConsumer> logger)
    : FactConsumer<ProjectUpdated>(facts, db, logger);

internal sealed class ProjectStatusChangedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<ProjectStatusChangedConsumer> logger)
    : FactConsumer<ProjectStatusChanged>(facts, db, logger);

internal sealed class ProjectDeletedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<ProjectDeletedConsumer> logger)
    : FactConsumer<ProjectDeleted>(facts, db, logger);

internal sealed class ProjectRestoredConsumer(FactStore facts, AnalyticsDbContext db, ILogger<ProjectRestoredConsumer> logger)
    : FactConsumer<ProjectRestored>(facts, db, logger);
