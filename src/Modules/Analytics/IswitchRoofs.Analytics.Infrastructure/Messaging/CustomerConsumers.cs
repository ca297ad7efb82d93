using IswitchRoofs.Analytics.Infrastructure.Persistence;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents.Customers;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Analytics.Infrastructure.Messaging;

// No figure is made of these yet: they go to the log, so that later figures can be made from the beginning.

internal sealed class CustomerCreatedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<CustomerCreatedConsumer> logger)
    : FactConsumer<CustomerCreated>(facts, db, logger);

internal sealed class CustomerUpdatedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<CustomerUpdatedConsumer> logger)
    : FactConsumer<CustomerUpdated>(facts, db, logger);

internal sealed class CustomerDeletedConsumer(FactStore facts, AnalyticsDbContext db, ILogger<CustomerDeletedConsumer> logger)
    : FactConsumer<CustomerDeleted>(facts, db, logger);

internal sealed class CustomerRestoredConsumer(FactStore facts, AnalyticsDbContext db, ILogger<CustomerRestoredConsumer> logger)
    : FactConsumer<CustomerRestored>(facts, db, logger);
