using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Caching;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Shared.Tests.Messaging;

/// <summary>One host of the module: its relay runs only when a test says so, and dropping it is how it dies.</summary>
internal sealed class ThingsHost(string connectionString) : IAsyncDisposable
{
    private readonly ServiceProvider _services = Build(connectionString);

    public Orders Orders => _services.GetRequiredService<Orders>();

    public IServiceProvider Services => _services;

    public IOutboxMonitor Outbox => _services.GetRequiredService<IOutboxMonitor>();

    public static Task<TestDatabase> CreateDatabaseAsync() => PostgresFixture.CreateDatabaseAsync("things", async connectionString =>
    {
        await using var services = Build(connectionString);
        await using var db = await services.GetRequiredService<IDbContextFactory<ThingsDbContext>>().CreateDbContextAsync();
        await db.Database.EnsureCreatedAsync();
    });

    public async Task SaveAsync(params Thing[] things)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThingsDbContext>();
        foreach (var thing in things)
            if (thing.Version == 0) db.Add(thing);
            else db.Update(thing);
        await db.SaveChangesAsync();
    }

    public Task<BatchOutcome> RelayOnceAsync(CancellationToken ct = default) =>
        _services.GetRequiredService<OutboxRelay<ThingsDbContext>>().RelayBatchAsync(ct);

    public async Task RelayAllAsync()
    {
        while (await RelayOnceAsync() is not BatchOutcome.Empty) { }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static ServiceProvider Build(string connectionString)
    {
        var configuration = new ConfigurationBuilder().Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICurrentUser>(new TestUser())
            .AddSingleton(_ => NpgsqlDataSource.Create(connectionString))
            .AddSingleton<Orders>()
            .AddCaching(configuration)
            .AddModulePersistence<ThingsDbContext, ThingsEventMap>("things")
            .AddConsumersOf(typeof(ThingsHost).Assembly)
            .AddInProcessBus()
            .BuildServiceProvider();
    }
}
