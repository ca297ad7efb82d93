using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;
using Npgsql;

namespace IswitchRoofs.Host.Startup;

/// <summary>The database the host works on: one of its own when none is configured.</summary>
internal static class Database
{
    private const string ConnectionName = "Database";

    /// <returns>The host's own server, to be stopped last; null when <c>ConnectionStrings:Database</c> names one.</returns>
    public static async Task<EmbeddedPostgres?> AddDatabaseAsync(this WebApplicationBuilder builder)
    {
        EmbeddedPostgres? embedded = null;
        if (string.IsNullOrEmpty(builder.Configuration.GetConnectionString(ConnectionName)))
        {
            using var logging = LoggerFactory.Create(log => log.AddSimpleConsole(o => o.SingleLine = true).AddConfiguration(builder.Configuration.GetSection("Logging")));
            embedded = await EmbeddedPostgres.StartAsync(
                EmbeddedPostgresOptions.From(builder.Configuration, builder.Environment.ContentRootPath), logging.CreateLogger("Database"), CancellationToken.None);
            builder.Configuration[$"ConnectionStrings:{ConnectionName}"] = embedded.ConnectionString;
        }

        builder.Services.AddSingleton(provider =>
        {
            var source = new NpgsqlDataSourceBuilder(ConnectionString(builder.Configuration));
            source.UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>());
            return source.Build();
        });
        builder.Services.AddSingleton<DatabaseMigration>();
        builder.Services.AddSingleton<DatabaseVersions>();
        return embedded;
    }

    /// <summary>
    /// Migrates the host's own database (others are migrated by the <c>migrate</c> verb) and fills in demo data where wanted.
    /// </summary>
    /// <returns>True when the database holds demo data.</returns>
    public static async Task<bool> PrepareDatabaseAsync(this WebApplication app, bool isEmbedded)
    {
        var wantsDemo = app.Configuration.GetValue("Demo:Data", isEmbedded && app.Environment.IsDevelopment());
        if (wantsDemo && app.Environment.IsProduction()) throw new InvalidOperationException("Demo:Data must be off in production.");
        var stopping = app.Lifetime.ApplicationStopping;
        if (isEmbedded) await app.Services.GetRequiredService<DatabaseMigration>().RunAsync(stopping);
        if (wantsDemo) await SeedAsync(app.Services, stopping);
        return wantsDemo;
    }

    public static async Task SeedAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var seeder in scope.ServiceProvider.GetServices<IDemoDataSeeder>().OrderBy(s => s.Order))
        {
            await seeder.SeedAsync(ct);

            // The next module's data stands on what this one tells it.
            await DrainAsync(services, ct);
        }
    }

    private static async Task DrainAsync(IServiceProvider services, CancellationToken ct)
    {
        bool moved;
        do
        {
            moved = false;
            foreach (var relay in services.GetServices<IOutboxRelay>()) moved |= await relay.DrainAsync(ct);
        }
        while (moved);
    }

    internal static string ConnectionString(IConfiguration configuration)
    {
        var given = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(ConnectionName));

        // ContainsKey would answer whether Npgsql knows such a key.
        HashSet<string> set = [.. given.Keys];
        bool IsSet(string key) => set.Contains(key);

        // Defaults that a connection string may overrule: give up on an absent server in time for a 503, prepare what is
        // asked often, and no reset round trip, since nothing here changes a session's settings.
        if (!IsSet("Timeout")) given.Timeout = 2;
        if (!IsSet("Command Timeout")) given.CommandTimeout = 30;
        if (!IsSet("Max Auto Prepare")) given.MaxAutoPrepare = 200;
        if (!IsSet("No Reset On Close")) given.NoResetOnClose = true;
        if (!IsSet("Maximum Pool Size")) given.MaxPoolSize = 40;
        if (!IsSet("Application Name")) given.ApplicationName = "IswitchRoofs";
        return given.ConnectionString;
    }
}
