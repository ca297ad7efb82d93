using IswitchRoofs.Identity.Infrastructure;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;
using IswitchRoofs.Shared.Infrastructure.Caching;
using IswitchRoofs.Shared.Infrastructure.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IswitchRoofs.Identity.Tests;

/// <summary>The module behind a real web server and a real database, with demo accounts and a clock that tests move.</summary>
public sealed class IdentityServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase? _owned;
    private readonly Dictionary<string, string?>? _settings;

    private IdentityServer(WebApplication app, TestDatabase database, FakeTimeProvider clock, bool ownsDatabase, Dictionary<string, string?>? settings)
    {
        _settings = settings;
        _app = app;
        Database = database;
        _owned = ownsDatabase ? database : null;
        Clock = clock;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    internal TestDatabase Database { get; }

    internal FakeTimeProvider Clock { get; }

    internal HttpClient Http { get; }

    internal static async Task<IdentityServer> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var database = await PostgresFixture.CreateDatabaseAsync("identity", Migrate);
        return await StartAsync(database, new FakeTimeProvider(DateTimeOffset.UtcNow), ownsDatabase: true, settings);
    }

    /// <summary>A second host on the same database.</summary>
    internal Task<IdentityServer> StartAnotherAsync() => StartAsync(Database, Clock, ownsDatabase: false, _settings);

    internal T Service<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Runs a use case as the system.</summary>
    internal async Task<TResult> AsSystemAsync<T, TResult>(Func<T, Task<TResult>> use) where T : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_owned is not null) await _owned.DisposeAsync();
    }

    private static async Task Migrate(string connectionString)
    {
        await using var app = Build(connectionString, TimeProvider.System, null);
        foreach (var migrator in app.Services.GetServices<IModuleMigrator>()) await migrator.MigrateAsync(CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var demo in scope.ServiceProvider.GetServices<IDemoDataSeeder>()) await demo.SeedAsync(CancellationToken.None);
    }

    private static async Task<IdentityServer> StartAsync(TestDatabase database, FakeTimeProvider clock, bool ownsDatabase, Dictionary<string, string?>? settings)
    {
        var app = Build(database.ConnectionString, clock, settings);
        app.UseAuthentication();
        TestDoors.Map(app);
        await app.StartAsync();
        return new IdentityServer(app, database, clock, ownsDatabase, settings);
    }

    private static WebApplication Build(string connectionString, TimeProvider clock, Dictionary<string, string?>? settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["RateLimits:SignInsPerMinute"] = "0" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Mail:Directory"] = Path.Combine(Path.GetTempPath(), "iswitchroofs-test-mail") });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddSingleton(clock);
        builder.Services.TryAddScoped<ICurrentUser, CurrentUser>();
        builder.Services.AddSingleton<IPermissionCatalog, EverythingForAdmins>();
        builder.Services.AddSingleton<ICompanyFacts>(new CompanyFactsOfHost(builder.Configuration));
        builder.Services.AddSingleton<ICompanyClock, CompanyClock>();
        builder.Services.AddSingleton<IPhoneNumbers, PhoneNumbersOfRegion>();
        builder.Services.AddCaching(builder.Configuration);
        builder.Services.AddIdentityModule(builder.Configuration, builder.Environment);
        builder.Services.AddInProcessBus();
        return builder.Build();
    }

    private sealed class EverythingForAdmins : IPermissionCatalog
    {
        public bool Grants(string role, string permission) => role == "admin" || permission.EndsWith(".own", StringComparison.Ordinal);

        public IReadOnlyCollection<string> PermissionsOf(string role) => ["leads.read", "leads.write", "notifications.own", "integrations.manage"];
    }
}
