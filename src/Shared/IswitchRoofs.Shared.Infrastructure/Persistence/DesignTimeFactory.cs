using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> and the architecture tests build the model without a host or a database.</summary>
public abstract class DesignTimeFactory<TContext>(string schema, Func<DbContextOptions<TContext>, TContext> create) : IDesignTimeDbContextFactory<TContext>
    where TContext : ModuleDbContext
{
    public TContext CreateDbContext(string[] args) => create(new DbContextOptionsBuilder<TContext>()
        .UseNpgsql("Host=none", npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, schema))
        .UseSnakeCaseNamingConvention()
        .Options);
}
