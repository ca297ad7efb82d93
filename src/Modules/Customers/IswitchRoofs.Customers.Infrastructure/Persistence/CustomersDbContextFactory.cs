using IswitchRoofs.Shared.Infrastructure.Persistence;

namespace IswitchRoofs.Customers.Infrastructure.Persistence;

internal sealed class CustomersDbContextFactory() : DesignTimeFactory<CustomersDbContext>(CustomersDbContext.SchemaName, o => new CustomersDbContext(o));
