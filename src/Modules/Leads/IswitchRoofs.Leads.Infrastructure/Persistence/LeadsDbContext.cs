using System.Reflection;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Persistence;

internal sealed class LeadsDbContext(DbContextOptions<LeadsDbContext> options) : ModuleDbContext(options)
{
    public const string SchemaName = "leads";

    public override string Schema => SchemaName;

    public DbSet<Lead> Leads => Set<Lead>();

    protected override IEnumerable<Assembly> DomainAssemblies => [typeof(Lead).Assembly];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("pg_trgm");
        base.OnModelCreating(modelBuilder);
    }
}

internal sealed class LeadsDbContextFactory() : DesignTimeFactory<LeadsDbContext>(LeadsDbContext.SchemaName, options => new LeadsDbContext(options));
