using System.Collections.Concurrent;
using IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IswitchRoofs.TestKit;

/// <summary>
/// One PostgreSQL server for each test process, started by whoever asks first and gone with the process, however that ends.
/// A test class takes a database of its own: <c>await PostgresFixture.CreateDatabaseAsync("leads", Migrate)</c>.
/// </summary>
public static class PostgresFixture
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private static int _created;

    /// <summary>An empty database.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync() => await CreateAsync("template1");

    /// <summary>
    /// A database made by <paramref name="migrate"/>, which gets a connection string and runs once for each
    /// <paramref name="template"/> name; further calls clone what it made (some 30 ms).
    /// </summary>
    public static async Task<TestDatabase> CreateDatabaseAsync(string template, Func<string, Task> migrate)
    {
        var prepared = Templates.GetOrAdd(template, name => new Lazy<Task<string>>(() => PrepareAsync(name, migrate)));
        return await CreateAsync(await prepared.Value);
    }

    /// <summary>Runs a statement on the server's maintenance database: roles, terminations, settings.</summary>
    public static async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres", pooling: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _created)}";
        await AdministerAsync($"CREATE DATABASE {name} TEMPLATE {Quote(template)}");
        return new TestDatabase(name, await ConnectionStringAsync(name, pooling: true));
    }

    private static async Task<string> PrepareAsync(string name, Func<string, Task> migrate)
    {
        var database = $"template_{name}";
        await AdministerAsync($"CREATE DATABASE {Quote(database)}");
        await migrate(await ConnectionStringAsync(database, pooling: false));

        // Nobody may be connected to a database that is being cloned, and what migrated it may keep a pool.
        await AdministerAsync($"ALTER DATABASE {Quote(database)} WITH ALLOW_CONNECTIONS false");
        await AdministerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        return database;
    }

    private static async Task<string> ConnectionStringAsync(string database, bool pooling)
    {
        var server = await Server.Value;
        return new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Database = database,
            Pooling = pooling,
            MaxPoolSize = 20,

            // The host gives up sooner; a machine that runs many tests at once needs patience.
            Timeout = 15,
            IncludeErrorDetail = true,
        }.ConnectionString;
    }

    private static Task<EmbeddedPostgres> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("iswitchroofs-tests-").FullName;
        // As root the server runs as nobody, who must be able to enter.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);

        var options = new EmbeddedPostgresOptions
        {
            Directory = folder,
            Temporary = true,
            Settings = new Dictionary<string, string>
            {
                // The data dies with the process, so nothing has to reach the disk.
                ["fsync"] = "off",
                ["synchronous_commit"] = "off",
                ["full_page_writes"] = "off",
                ["wal_level"] = "minimal",
                ["max_wal_senders"] = "0",
                ["wal_compression"] = "off",
                ["max_connections"] = "300",
                ["shared_buffers"] = "128MB",
            },
        };
        return EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal static Task DropAsync(string database) => AdministerAsync($"DROP DATABASE IF EXISTS {Quote(database)} WITH (FORCE)");
}
