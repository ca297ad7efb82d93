using System.Diagnostics;
using IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IswitchRoofs.Shared.Tests.Persistence;

public sealed class EmbeddedPostgresTests : IClassFixture<EmbeddedPostgresTests.UsedFolder>, IDisposable
{
    private readonly string _folder = NewFolder();
    private readonly UsedFolder _used;

    private EmbeddedPostgresOptions Options => new()
    {
        Directory = Path.Combine(_folder, ".data"),
        Settings = new Dictionary<string, string> { ["fsync"] = "off", ["shared_buffers"] = "16MB" },
    };

    public EmbeddedPostgresTests(UsedFolder used) => _used = used;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_fresh_folder_gets_a_server_with_a_database_in_unicode()
    {
        await using var server = await StartAsync();

        server.Adopted.ShouldBeFalse();
        (await AskAsync(server, "SHOW server_encoding")).ShouldBe("UTF8");
        (await AskAsync(server, "SELECT current_database()")).ShouldBe("iswitchroofs");
        (await AskAsync(server, "SHOW listen_addresses")).ShouldBe("127.0.0.1");
        (await AskAsync(server, "SHOW timezone")).ShouldBe("UTC");
        (await AskAsync(server, "SELECT lower('ÄÖÜ')")).ShouldBe("äöü");
    }

    [Fact]
    public async Task The_server_keeps_fsync_unless_a_test_turns_it_off()
    {
        _used.CopyTo(_folder);
        await using var server = await EmbeddedPostgres.StartAsync(
            Options with { Settings = new Dictionary<string, string>() }, NullLogger.Instance, CancellationToken.None);

        (await AskAsync(server, "SHOW fsync")).ShouldBe("on");
        (await AskAsync(server, "SHOW synchronous_commit")).ShouldBe("on");
    }

    [Fact]
    public async Task Only_the_password_opens_the_server()
    {
        _used.CopyTo(_folder);
        await using var server = await StartAsync();
        var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false };

        await using var connection = new NpgsqlConnection(guess.ConnectionString);
        var refused = await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync());

        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(Options.Directory, "postgres", "password"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Data_outlives_a_restart_and_no_process_outlives_the_stop()
    {
        _used.CopyTo(_folder);
        var first = await StartAsync();
        await AskAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        await first.DisposeAsync();

        IsRunning(first.ServerProcessId).ShouldBeFalse();
        await EventuallyAsync(() => !IsNamedByAnyProcess(_folder));

        await using var second = await StartAsync();
        second.Adopted.ShouldBeFalse();
        (await AskAsync(second, "SELECT answer FROM kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_killed_server_is_started_again_and_recovers()
    {
        _used.CopyTo(_folder);
        var first = await StartAsync();
        await AskAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        Kill(first.ServerProcessId);
        first.Abandon(withGuard: false);
        PidFile.ShouldSatisfyAllConditions(file => File.Exists(file).ShouldBeTrue());

        await using var second = await StartAsync();

        second.Adopted.ShouldBeFalse();
        (await AskAsync(second, "SELECT answer FROM kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_stale_process_id_that_another_program_got_does_not_block_the_start()
    {
        _used.CopyTo(_folder);
        await (await StartAsync()).DisposeAsync();
        // This process is alive, and not a PostgreSQL.
        await File.WriteAllTextAsync(PidFile, $"{Environment.ProcessId}\n{Path.GetDirectoryName(PidFile)}\n1\n1\n\n127.0.0.1\n0\nready\n");

        await using var server = await StartAsync();

        server.Adopted.ShouldBeFalse();
        (await AskAsync(server, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task The_server_of_a_killed_host_is_adopted_by_the_next_one_which_then_stops_it()
    {
        _used.CopyTo(_folder);
        var killed = await StartAsync();
        killed.Abandon(withGuard: false);
        IsRunning(killed.ServerProcessId).ShouldBeTrue();

        var next = await StartAsync();
        next.Adopted.ShouldBeTrue();
        next.ServerProcessId.ShouldBe(killed.ServerProcessId);
        (await AskAsync(next, "SELECT 1")).ShouldBe(1);
        await next.DisposeAsync();

        IsRunning(killed.ServerProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task A_killed_host_that_nobody_follows_leaves_no_server_behind()
    {
        _used.CopyTo(_folder);
        var killed = await StartAsync();
        if (!killed.IsGuarded)
        {
            // No setsid or flock here: the next start adopts the server instead.
            await killed.DisposeAsync();
            return;
        }

        killed.Abandon(withGuard: true);

        await EventuallyAsync(() => !IsNamedByAnyProcess(_folder));
        IsRunning(killed.ServerProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task The_guard_of_a_killed_host_spares_a_server_that_another_host_uses()
    {
        _used.CopyTo(_folder);
        var killed = await StartAsync();
        await using var other = await StartAsync();
        var hosts = Path.Combine(Options.Directory, "postgres", "hosts");
        Directory.GetFiles(hosts).Length.ShouldBe(2);
        killed.Abandon(withGuard: true);

        // The guard clears the killed host's file away when it looks who is left.
        if (killed.IsGuarded) await EventuallyAsync(() => Directory.GetFiles(hosts).Length == 1);

        (await AskAsync(other, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Hosts_started_at_once_on_one_folder_share_a_server_until_the_last_leaves()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(StartAsync)));

        hosts.Select(host => host.ServerProcessId).Distinct().ShouldHaveSingleItem();
        hosts.Count(host => !host.Adopted).ShouldBe(1);

        foreach (var host in hosts[..3]) await host.DisposeAsync();
        (await AskAsync(hosts[3], "SELECT 1")).ShouldBe(1);
        await hosts[3].DisposeAsync();

        IsRunning(hosts[3].ServerProcessId).ShouldBeFalse();
    }

    [Fact]
    public async Task An_initialisation_cut_short_is_begun_anew()
    {
        var half = Path.Combine(Options.Directory, "postgres", "data.new");
        Directory.CreateDirectory(half);
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "18\n");

        await using var server = await StartAsync();

        (await AskAsync(server, "SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Root_places_the_data_elsewhere_when_the_folder_is_closed_to_others()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return;
        // Temporary subdirectories are closed already; the binaries of the repository stay readable.
        var closed = Directory.CreateTempSubdirectory("iswitchroofs-closed-").FullName;
        var options = Options with { Directory = Path.Combine(closed, ".data"), Temporary = true };

        var server = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None);
        var place = (await File.ReadAllTextAsync(Path.Combine(options.Directory, "postgres", "location"))).Trim();
        (await AskAsync(server, "SELECT 1")).ShouldBe(1);
        await server.DisposeAsync();

        place.ShouldStartWith("/var/tmp/");
        Directory.Exists(place).ShouldBeFalse();
        Directory.Delete(closed, recursive: true);
    }

    [Fact]
    public async Task Data_of_another_version_is_refused_with_advice()
    {
        _used.CopyTo(_folder);
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(PidFile)!, "PG_VERSION"), "9\n");

        var refused = await Should.ThrowAsync<InvalidOperationException>(StartAsync);

        refused.Message.ShouldContain("made by PostgreSQL 9");
        refused.Message.ShouldContain("Database:Embedded:Binaries");
    }

    private string PidFile
    {
        get
        {
            var home = Path.Combine(Options.Directory, "postgres");
            var location = Path.Combine(home, "location");
            return Path.Combine(File.Exists(location) ? File.ReadAllText(location).Trim() : home, "data", "postmaster.pid");
        }
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(Options, NullLogger.Instance, CancellationToken.None);

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("iswitchroofs-embedded-").FullName;
        // As root the server runs as nobody, who must be able to enter.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        return folder;
    }

    /// <summary>A folder that a server has used before: copying it is much quicker than initialising one for each test.</summary>
    public sealed class UsedFolder : IAsyncLifetime
    {
        private readonly string _folder = NewFolder();

        public async Task InitializeAsync()
        {
            var options = new EmbeddedPostgresOptions
            {
                Directory = Path.Combine(_folder, ".data"),
                Settings = new Dictionary<string, string> { ["fsync"] = "off" },
            };
            await (await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None)).DisposeAsync();
        }

        public void CopyTo(string folder)
        {
            using var copy = Process.Start("cp", ["-a", Path.Combine(_folder, ".data"), folder]);
            copy.WaitForExit();
            copy.ExitCode.ShouldBe(0);
        }

        public Task DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return Task.CompletedTask;
        }
    }

    private static async Task<object?> AskAsync(EmbeddedPostgres server, string sql)
    {
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
        process.WaitForExit();
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            if (process.HasExited) return false;
            // A container's first process may not reap what it inherits.
            return !OperatingSystem.IsLinux() || !File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsNamedByAnyProcess(string folder)
    {
        if (!OperatingSystem.IsLinux()) return false;
        foreach (var process in Directory.GetDirectories("/proc").Where(entry => char.IsAsciiDigit(Path.GetFileName(entry)[0])))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(process, "cmdline")).Contains(folder, StringComparison.Ordinal)) return true;
            }
            catch (IOException)
            {
                // It ended while we looked.
            }
        }

        return false;
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(20);
        }
    }
}
