using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Host.Tests;

/// <summary>
/// The whole host on Kestrel at a free port, with a demo database of its own: cloned from one that is migrated, seeded
/// and fully relayed once for each test process. Share it with <c>[Collection(HostFixture.Shared)]</c>, or start one
/// with settings of your own by <see cref="StartAsync"/>.
/// </summary>
public sealed class HostFixture : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>Collection of the tests that only add to the database.</summary>
    public const string Shared = "Host";

    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new(StringComparer.Ordinal);
    private Server? _server;

    public HostFixture()
        : this(new Dictionary<string, string?>())
    {
    }

    private HostFixture(IReadOnlyDictionary<string, string?> settings) => _settings = settings;

    public TestDatabase Database { get; private set; } = null!;

    public Uri Address => Anonymous.BaseAddress!;

    public HttpClient Anonymous { get; private set; } = null!;

    public IServiceProvider Services => _server!.Services;

    public static async Task<HostFixture> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var fixture = new HostFixture(settings);
        await fixture.InitializeAsync();
        return fixture;
    }

    /// <summary>A database as the fixture's hosts use it, for hosts that a test starts by itself.</summary>
    public static Task<TestDatabase> CreateDatabaseAsync() => PostgresFixture.CreateDatabaseAsync("host_demo", SeedAsync);

    public async Task InitializeAsync()
    {
        Database = await CreateDatabaseAsync();
        _server = new Server(Database.ConnectionString, _settings);
        Anonymous = _server.Open();
    }

    public async Task DisposeAsync()
    {
        Anonymous?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    /// <summary>A client with the bearer token of a demo account: <c>admin</c>, <c>manager</c>, <c>sales</c>, <c>sales2</c>, <c>tech</c>, <c>tech2</c>.</summary>
    public async Task<HttpClient> SignInAsync(string account) => WithToken(await TokenAsync(account));

    public HttpClient WithToken(string token)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>One token for each account: a password costs 60 ms to check.</summary>
    public Task<string> TokenAsync(string account) => _tokens.GetOrAdd(account, name => new Lazy<Task<string>>(() => LogInAsync(Anonymous, name))).Value;

    public HttpClient NewClient() => new() { BaseAddress = Address };

    /// <summary>Waits until every event that was saved so far has reached all its consumers.</summary>
    public Task RelayedAsync() => RelayedAsync(Services);

    internal static async Task<string> LogInAsync(HttpClient client, string account)
    {
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { email = $"{account}@iswitchroofs.example", password = DemoPeople.Password });
        var body = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{account} could not sign in: {(int)answer.StatusCode} {body}");
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("access_token").GetString()!;
    }

    private static async Task SeedAsync(string connectionString)
    {
        await HostProcess.RunAsync("demo", new Dictionary<string, string?> { ["ConnectionStrings:Database"] = connectionString });
        await using var server = new Server(connectionString, new Dictionary<string, string?>());
        using var client = server.Open();
        await RelayedAsync(server.Services);
    }

    private static Task RelayedAsync(IServiceProvider services) => Eventually.HoldsAsync(
        async () =>
        {
            foreach (var outbox in services.GetServices<IOutboxMonitor>())
                if ((await outbox.ReadAsync(CancellationToken.None)).Waiting > 0) return false;
            return true;
        },
        "all outboxes are empty", TimeSpan.FromSeconds(60));

    private sealed class Server(string connectionString, IReadOnlyDictionary<string, string?> settings) : WebApplicationFactory<Program>
    {
        public HttpClient Open()
        {
            UseKestrel(0);
            StartServer();
            var bound = CreateClient();
            var client = new HttpClient { BaseAddress = bound.BaseAddress };
            bound.Dispose();
            return client;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("ConnectionStrings:Database", connectionString);
            builder.UseSetting("Demo:Data", "false");
            foreach (var limit in (string[])["Reads", "Writes", "Searches", "SignIns"]) builder.UseSetting($"RateLimits:{limit}PerMinute", "0");
            foreach (var (key, value) in settings) builder.UseSetting(key, value);
        }
    }
}

[CollectionDefinition(HostFixture.Shared)]
public sealed class SharedHost : ICollectionFixture<HostFixture>;
