using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.IntegrationEvents.Identity;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Scheduling.Application.Appointments;
using IswitchRoofs.Scheduling.Infrastructure;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Realtime;
using IswitchRoofs.Shared.Infrastructure;
using IswitchRoofs.Shared.Infrastructure.Caching;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;
using MassTransit.Mediator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IswitchRoofs.Scheduling.Tests;

/// <summary>The module on a real PostgreSQL, with people, a customer and a project it has heard of.</summary>
public sealed class Scenario : IAsyncLifetime
{
    internal static readonly Guid Ann = Guid.CreateVersion7();
    internal static readonly Guid Bob = Guid.CreateVersion7();
    internal static readonly Guid Gone = Guid.CreateVersion7();
    internal static readonly Guid Customer = Guid.CreateVersion7();
    internal static readonly Guid Project = Guid.CreateVersion7();

    /// <summary>A Monday far enough ahead, 10:00 in Detroit.</summary>
    internal static readonly DateTimeOffset MondayAtTen = NextMonday().AddHours(10);

    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;

    internal TestUser User { get; } = new();

    internal TestDatabase Database => _database;

    public async Task InitializeAsync()
    {
        _database = await PostgresFixture.CreateDatabaseAsync("scheduling", async connectionString =>
        {
            await using var services = Services(connectionString, new TestUser());
            await services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
        });
        _services = Services(_database.ConnectionString, User);
        await TellAsync(Person(Ann, "Ann Field"));
        await TellAsync(Person(Bob, "Bob Sales"));
        await TellAsync(Person(Gone, "Gone Fishing") with { IsActive = false });
        await TellAsync(new CustomerCreated(
            Guid.CreateVersion7(), DateTimeOffset.UtcNow, Customer, "Acme Roof Owner", "acme@example.com", null, "residential", null, null, null, null, null, null));
        await TellAsync(new ProjectCreated(
            Guid.CreateVersion7(), DateTimeOffset.UtcNow, Project, Customer, "New roof", "repair", "planning", null, 0, null, null, null, null, 0, [Ann], null, null, null));
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    internal static UserChanged Person(Guid id, string name) =>
        new(Guid.CreateVersion7(), DateTimeOffset.UtcNow, id, name, $"{id:N}@example.com", "sales", true, "available", [], [], [], []);

    internal async Task TellAsync<TEvent>(TEvent message) where TEvent : class =>
        await _services.GetRequiredService<IMediator>().Publish(message);

    internal async Task<Result<AppointmentDetails>> BookAsync(BookAppointment command) =>
        await RunAsync<BookAppointmentHandler, Result<AppointmentDetails>>(h => h.HandleAsync(command, CancellationToken.None));

    internal async Task<TResult> RunAsync<THandler, TResult>(Func<THandler, Task<TResult>> run) where THandler : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    internal async Task<JobOutcome> RunJobAsync(string name)
    {
        await using var scope = _services.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<JobDefinition>().Single(j => j.Name == name);
        return await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(CancellationToken.None);
    }

    internal static BookAppointment ABooking(Guid? person = null, DateTimeOffset? at = null, int? minutes = 60) =>
        new("site_visit", "Look at the roof", Customer, null, null, person ?? Ann, at ?? MondayAtTen, minutes);

    private static ServiceProvider Services(string connectionString, TestUser user)
    {
        var configuration = new ConfigurationBuilder().Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICompanyClock>(CompanyClock.From(configuration, TimeProvider.System))
            .AddSingleton<ICurrentUser>(user)
            .AddSingleton<IRealtime, NoRealtime>()
            .AddSingleton(NpgsqlDataSource.Create(connectionString))
            .AddCaching(configuration)
            .AddSingleton<DatabaseMigration>()
            .AddSchedulingModule(configuration)
            .AddInProcessBus()
            .BuildServiceProvider();
    }

    private static DateTimeOffset NextMonday()
    {
        var clock = CompanyClock.From(new ConfigurationBuilder().Build(), TimeProvider.System);
        var day = clock.Today.AddDays(30);
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return clock.At(day, TimeOnly.MinValue);
    }

    private sealed class NoRealtime : IRealtime
    {
        public ValueTask PublishAsync(RealtimeMessage message, CancellationToken ct) => ValueTask.CompletedTask;
    }
}

/// <summary>Whoever the test says; may everything unless permissions are named.</summary>
internal sealed class TestUser : ICurrentUser
{
    public Guid? Id { get; set; }

    public string Name => "Tester";

    public string Role => "admin";

    public string Kind => "user";

    public IReadOnlyCollection<Guid> TeamIds => [];

    public Guid? SessionId => null;

    public string? IpAddress => null;

    public string? UserAgent => null;

    public string[]? Permissions { get; set; }

    public bool Has(string permission) => Permissions is null || Permissions.Contains(permission);
}
