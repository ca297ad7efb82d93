using IswitchRoofs.Analytics.Infrastructure.Persistence;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents.Leads;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Analytics.Infrastructure.Messaging;

internal sealed class LeadCreatedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadCreatedConsumer> logger)
    : FactConsumer<LeadCreated>(facts, db, logger);

internal sealed class LeadUpdatedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadUpdatedConsumer> logger)
    : FactConsumer<LeadUpdated>(facts, db, logger);

internal sealed class LeadStatusChangedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadStatusChangedConsumer> logger)
    : FactConsumer<LeadStatusChanged>(facts, db, logger);

internal sealed class LeadAssignedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadAssignedConsumer> logger)
    : FactConsumer<LeadAssigned>(facts, db, logger);

internal sealed class LeadLeftUnassignedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadLeftUnassignedConsumer> logger)
    : FactConsumer<LeadLeftUnassigned>(facts, db, logger);

internal sealed class LeadConvertedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadConvertedConsumer> logger)
    : FactConsumer<LeadConverted>(facts, db, logger);

internal sealed class LeadsRescoredConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadsRescoredConsumer> logger)
    : FactConsumer<LeadsRescored>(facts, db, logger);

internal sealed class LeadDeletedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadDeletedConsumer> logger)
    : FactConsumer<LeadDeleted>(facts, db, logger);

internal sealed class LeadRestoredConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadRestoredConsumer> logger)
    : FactConsumer<LeadRestored>(facts, db, logger);

internal sealed class LeadsImportedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadsImportedConsumer> logger)
    : FactConsumer<LeadsImported>(facts, db, logger);

internal sealed class LeadsImportUndoneConsumer(FactStore facts, AnalyticsDbContext db, ILogger<LeadsImportUndoneConsumer> logger)
    : FactConsumer<LeadsImportUndone>(facts, db, logger);
