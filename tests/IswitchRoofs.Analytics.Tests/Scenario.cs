using IswitchRoofs.Analytics.Application.Dashboards;
using IswitchRoofs.Analytics.Infrastructure;
using IswitchRoofs.Analytics.Infrastructure.Projections;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.IntegrationEvents.Scheduling;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.Shared.Infrastructure;
using IswitchRoofs.Shared.Infrastructure.Caching;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;
using MassTransit.Mediator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IswitchRoofs.Analytics.Tests;

/// <summary>The module on a real PostgreSQL, hearing the events that a test tells. It is Thursday 1 July 2027, noon in Detroit.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2027, 7, 1, 16, 0, 0, TimeSpan.Zero);
    private readonly ServiceProvider _services;

    private Scenario(TestDatabase database)
    {
        Database = database;
        _services = Services(database.ConnectionString);
    }

    public TestDatabase Database { get; }

    public IServiceProvider Provider => _services;

    public static async Task<Scenario> StartAsync() => new(await PostgresFixture.CreateDatabaseAsync("analytics", async connectionString =>
    {
        await using var services = Services(connectionString);
        await services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
    }));

    public async Task TellAsync(params IIntegrationEvent[] events)
    {
        foreach (var e in events) await _services.GetRequiredService<IMediator>().Publish(e, e.GetType());
    }

    public async Task CountAsync() => await _services.GetRequiredService<DailyRollup>().RefreshAsync(CancellationToken.None);

    public async Task<Dashboard> DashboardAsync(string? period = null, DateOnly? from = null, DateOnly? to = null)
    {
        await CountAsync();
        return (await RunAsync<GetDashboardHandler, Result<Dashboard>>(h => h.HandleAsync(new GetDashboard(period, from, to), default))).Value;
    }

    public async Task<TResult> RunAsync<THandler, TResult>(Func<THandler, Task<TResult>> run) where THandler : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public async Task<string> TableAsync(string table, string key) =>
        await Database.ScalarAsync<string>($"SELECT COALESCE(string_agg(t::text, E'\\n' ORDER BY {key}), '') FROM analytics.{table} t") ?? "";

    public static LeadCreated ALead(Guid? id = null, DateTimeOffset? at = null, string source = "website_form", string status = "new", decimal? value = null, string temperature = "warm", int score = 60) =>
        new(Uuid.New(Now), at ?? Now.AddHours(-1), id ?? Uuid.New(Now), "Ann Lee", source, status, score, temperature, "medium", null, value, null, null, [], null);

    public static LeadStatusChanged Moved(Guid id, string to, DateTimeOffset at, string from = "new") =>
        new(Uuid.New(Now), at, id, "Ann Lee", from, to, null, null, [], null);

    public static LeadUpdated Updated(Guid id, DateTimeOffset at, string status, int score, decimal? value = null) =>
        new(Uuid.New(Now), at, id, "Ann Lee", "website_form", status, score, "hot", "medium", null, value, null, null, [], null);

    public static LeadsRescored Rescored(DateTimeOffset at, params (Guid Lead, int Score, decimal? Value)[] leads) => new(
        Uuid.New(Now), at, 2, [.. leads.Select(l => new LeadRescored(l.Lead, 60, l.Score, "warm", l.Score >= 80 ? "hot" : "cold", "website_form", null, l.Value, null))]);

    public static ProjectStatusChanged AProject(string status, DateOnly? completed = null, decimal? contract = null, DateOnly? end = null, decimal? budget = null, decimal cost = 0, Guid? id = null) =>
        new(Uuid.New(Now), Now.AddMinutes(-5), id ?? Uuid.New(Now), Uuid.New(Now), "Roof", "repair", status, budget, cost, contract, null, end, completed, 0, [], null, null, "planning", null, null);

    public static AppointmentScheduled AnAppointment(DateTimeOffset at, string status, Guid? id = null) =>
        new(Uuid.New(Now), Now.AddDays(-60), id ?? Uuid.New(Now), "inspection", "Look", status, null, null, null, Uuid.New(Now), at, at.AddHours(1), null);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static ServiceProvider Services(string connectionString)
    {
        var configuration = new ConfigurationBuilder().Build();
        var time = new FakeTimeProvider(Now);
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<ICompanyClock>(CompanyClock.From(configuration, time))
            .AddScoped<ICurrentUser, Nobody>()
            .AddSingleton<IIntegrationEventMap, OtherModules>()
            .AddSingleton(NpgsqlDataSource.Create(connectionString))
            .AddCaching(configuration)
            .AddSingleton<DatabaseMigration>()
            .AddAnalyticsModule(configuration)
            .AddInProcessBus()
            .BuildServiceProvider();
    }

    /// <summary>What the publishing modules' maps say in the whole program.</summary>
    private sealed class OtherModules : IIntegrationEventMap
    {
        public string Module => "Tests";

        public IReadOnlyDictionary<string, Type> Aliases { get; } = typeof(LeadCreated).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IIntegrationEvent)) && t.IsClass)
            .ToDictionary(t => $"tests.{t.Name}", t => t);

        public IIntegrationEvent? Map(IDomainEvent domainEvent) => null;
    }

    private sealed class Nobody : ICurrentUser
    {
        public Guid? Id => null;

        public string Name => "System";

        public string Role => "system";

        public string Kind => "system";

        public IReadOnlyCollection<Guid> TeamIds => [];

        public Guid? SessionId => null;

        public string? IpAddress => null;

        public string? UserAgent => null;

        public bool Has(string permission) => true;
    }
}
