using System.Reflection;
using IswitchRoofs.Analytics.Domain.Rebuilds;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Analytics.Infrastructure.Persistence;

internal sealed class AnalyticsDbContext(DbContextOptions<AnalyticsDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "analytics";

    public override string Schema => SchemaName;

    protected override IEnumerable<Assembly> DomainAssemblies => [typeof(Rebuild).Assembly];
}

internal sealed class AnalyticsDbContextFactory() : DesignTimeFactory<AnalyticsDbContext>(AnalyticsDbContext.SchemaName, o => new AnalyticsDbContext(o));
