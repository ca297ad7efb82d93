using System.Text.Json;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;
using IswitchRoofs.Shared.Infrastructure.Caching;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using MassTransit.Mediator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IswitchRoofs.TestKit;

/// <summary>One module with its real store and bus, a clock that stands still and a caller of the test's choice. The relay does not run.</summary>
public sealed class ModuleUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TestDatabase _database;
    private readonly string _schema;

    private ModuleUnderTest(ServiceProvider services, TestDatabase database, string schema)
    {
        _services = services;
        _database = database;
        _schema = schema;
    }

    public TestDatabase Database => _database;

    public TestUser User => _services.GetRequiredService<TestUser>();

    public FakeTimeProvider Clock => _services.GetRequiredService<FakeTimeProvider>();

    /// <param name="schema">Names the template database: migrations run once for each test process.</param>
    public static async Task<ModuleUnderTest> StartAsync(string schema, Action<IServiceCollection, IConfiguration> addModule)
    {
        var database = await PostgresFixture.CreateDatabaseAsync($"module_{schema}", async connectionString =>
        {
            await using var services = Build(connectionString, addModule);
            await services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
        });
        return new ModuleUnderTest(Build(database.ConnectionString, addModule), database, schema);
    }

    /// <summary>Runs in a scope of its own, as a request does.</summary>
    public async Task<T> DoAsync<THandler, T>(Func<THandler, Task<T>> act) where THandler : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public async Task PublishAsync(IIntegrationEvent message) =>
        await _services.GetRequiredService<IMediator>().Publish(message, message.GetType());

    /// <summary>What waits in the outbox, in the order of saving.</summary>
    public async Task<IReadOnlyList<(string Type, JsonElement Payload)>> OutboxAsync()
    {
        await using var connection = await _database.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT type, payload FROM {_schema}.outbox_messages ORDER BY position", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var messages = new List<(string, JsonElement)>();
        while (await reader.ReadAsync()) messages.Add((reader.GetString(0), JsonSerializer.Deserialize<JsonElement>(reader.GetString(1))));
        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static ServiceProvider Build(string connectionString, Action<IServiceCollection, IConfiguration> addModule)
    {
        var configuration = new ConfigurationBuilder().Build();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 15, 15, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ICompanyFacts>(new CompanyFactsOfHost(configuration))
            .AddSingleton<ICompanyClock, CompanyClock>()
            .AddSingleton<IPhoneNumbers, PhoneNumbersOfRegion>()
            .AddSingleton<TestUser>()
            .AddSingleton<ICurrentUser>(provider => provider.GetRequiredService<TestUser>())
            .AddSingleton(_ => NpgsqlDataSource.Create(connectionString))
            .AddSingleton<DatabaseMigration>()
            .AddCaching(configuration);
        addModule(services, configuration);
        services.AddInProcessBus();
        return services.BuildServiceProvider();
    }
}
