using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;

/// <summary>
/// A real PostgreSQL server that lives as long as the hosts using its folder. The first host starts it, a second one on the same
/// folder joins it, the last one to leave stops it. See docs/decisions/0005-embedded-postgresql.md.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Owner = "iswitchroofs";
    private const int MaxLogBytes = 8 * 1024 * 1024;

    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["max_connections"] = "200",
        ["shared_buffers"] = "256MB",
        ["effective_cache_size"] = "1GB",
        ["work_mem"] = "16MB",
        ["maintenance_work_mem"] = "128MB",
        ["random_page_cost"] = "1.1",
        ["jit"] = "off",
        ["wal_level"] = "replica",
        ["wal_compression"] = "on",
        ["wal_buffers"] = "16MB",
        ["max_wal_size"] = "2GB",
        ["checkpoint_timeout"] = "15min",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["logging_collector"] = "off",
        ["log_destination"] = "stderr",
        ["lc_messages"] = "C",
    };

    private readonly EmbeddedPostgresOptions _options;
    private readonly ILogger _logger;
    private readonly string _home;
    private readonly string _hostFile;
    private string? _user;
    private string _place;
    private PostgresBinaries? _binaries;
    private FileLock? _presence;
    private OrphanGuard? _guard;
    private int _stopped;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, ILogger logger)
    {
        _options = options;
        _logger = logger;
        _home = Path.Combine(Path.GetFullPath(options.Directory), "postgres");
        _place = _home;
        _hostFile = Path.Combine(_home, "hosts", $"{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
    }

    public string ConnectionString { get; private set; } = "";

    public int Port { get; private set; }

    public int ServerProcessId { get; private set; }

    /// <summary>True when another host's server, or one that outlived its host, was found running.</summary>
    public bool Adopted { get; private set; }

    internal bool IsGuarded => _guard is not null;

    private string Data => Path.Combine(_place, "data");

    private string Log => Path.Combine(_place, "postgres.log");

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        var server = new EmbeddedPostgres(options, logger);
        try
        {
            await server.StartAsync(ct);
            return server;
        }
        catch (UnauthorizedAccessException e)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException(
                $"The database folder {server._home} belongs to another user ({e.Message}). It may have been made by a run as root: "
                    + "delete it as that user, or set Database:Embedded:Directory to a folder of your own.",
                e);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0) return;
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        if (_presence is null) return;

        using (await FileLock.TakeAsync(Path.Combine(_home, "lock"), _options.StartTimeout, CancellationToken.None))
        {
            Leave();
            if (!OthersAreHere()) await StopServerAsync();
        }

        _guard?.Dispose();
        if (_options.Temporary && !OthersAreHere()) DeleteFolders();
    }

    /// <summary>Vanishes as a killed process does: no goodbye to the server, only the kernel's closing of handles.</summary>
    internal void Abandon(bool withGuard)
    {
        Interlocked.Exchange(ref _stopped, 1);
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        _presence?.Dispose();
        if (withGuard) _guard?.Release();
        else _guard?.Dispose();
    }

    private async Task StartAsync(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        MakeFolder(_options.Directory);
        MakeFolder(_home);
        MakeFolder(Path.Combine(_home, "hosts"));

        using (await FileLock.TakeAsync(Path.Combine(_home, "lock"), _options.StartTimeout, ct))
        {
            await ChoosePlaceAsync(ct);
            _presence = FileLock.TryTake(_hostFile) ?? throw new InvalidOperationException($"{_hostFile} is taken.");
            AppDomain.CurrentDomain.ProcessExit += StopAtExit;
            // Before the server, so that there is no moment at which a kill would leave it alone.
            string[] temporary = _options.Temporary ? [_place, _home, _options.Directory] : [];
            _guard = OrphanGuard.TryStart(_home, Data, temporary);

            if (ReadPidFile() is { } running && IsServer(running.ProcessId))
            {
                await AdoptAsync(ct);
            }
            else
            {
                // Left by a killed server. Its process id may by now be another program's, which would stop PostgreSQL from starting.
                if (File.Exists(PidFile)) File.Delete(PidFile);
                await FindBinariesAsync(ct);
                if (DataVersion() is null) await InitialiseAsync(ct);
                await LaunchAsync(ct);
            }

            await CreateDatabaseAsync(ct);
        }

        _logger.LogInformation(
            "PostgreSQL {What} on 127.0.0.1:{Port} in {Elapsed} ms, data in {Folder}",
            Adopted ? "joined" : "started", Port, watch.ElapsedMilliseconds, Data);
    }

    /// <summary>
    /// PostgreSQL refuses to run as root, so root starts it as nobody, or as whoever owns the data already. Where nobody cannot
    /// enter the folder, the data lies elsewhere and a note says where.
    /// </summary>
    private async Task ChoosePlaceAsync(CancellationToken ct)
    {
        var note = Path.Combine(_home, "location");
        if (File.Exists(note))
        {
            var noted = (await File.ReadAllTextAsync(note, ct)).Trim();
            if (Directory.Exists(noted)) _place = noted;
        }

        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return;

        _user = "nobody";
        if (Directory.Exists(Data))
        {
            var owner = await PostgresCommand.RunAsync(
                "stat", OperatingSystem.IsMacOS() ? ["-f", "%Su", Data] : ["-c", "%U", Data], user: null, ct);
            if (owner.Succeeded && owner.Output is not ("root" or "UNKNOWN")) _user = owner.Output;
        }

        if (_place == _home && !await CanEnterAsync(_home, ct))
        {
            _place = await MakeOutsideFolderAsync(ct);
            await File.WriteAllTextAsync(note, _place + "\n", ct);
        }
    }

    private async Task<bool> CanEnterAsync(string folder, CancellationToken ct) =>
        (await PostgresCommand.RunAsync("/bin/sh", ["-c", "cd \"$0\"", folder], _user, ct)).Succeeded;

    private static async Task<string> MakeOutsideFolderAsync(CancellationToken ct)
    {
        // A random name that did not exist: in a folder that all may write to, a foreseeable one could be somebody else's.
        var made = await PostgresCommand.RunAsync("mktemp", ["-d", "/var/tmp/iswitchroofs-XXXXXXXX"], user: null, ct);
        if (!made.Succeeded) throw new InvalidOperationException($"No folder for the database could be made: {made.Output}");
        OpenToOthers(made.Output);
        return made.Output;
    }

    private async Task FindBinariesAsync(CancellationToken ct)
    {
        var found = await PostgresBinaries.FindAsync(_options.Binaries, DataVersion(), ct);
        if (_user is null || (await PostgresBinaries.TryAsync(found.Folder, _user, ct)) is not null)
        {
            _binaries = found;
            return;
        }

        // The clone lies in a folder closed to others, such as /root: the server needs a copy it can read.
        var note = Path.Combine(_home, "binaries");
        var source = Path.GetFullPath(Path.Combine(found.Folder, ".."));
        var stamp = $"{source} {found.Version} {File.GetLastWriteTimeUtc(found.Postgres).Ticks}";
        var noted = File.Exists(note) ? await File.ReadAllLinesAsync(note, ct) : [];
        var copy = noted.Length == 2 && noted[1] == stamp ? noted[0] : null;
        if (copy is null || await PostgresBinaries.TryAsync(Path.Combine(copy, "bin"), _user, ct) is null)
        {
            copy = Path.Combine(_place == _home ? await MakeOutsideFolderAsync(ct) : _place, $"server-{found.Version}");
            if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
            await PostgresCommand.DemandAsync("cp", ["-RP", source, copy], user: null, ct);
            await PostgresCommand.DemandAsync("chmod", ["-R", "a+rX", copy], user: null, ct);
            await File.WriteAllLinesAsync(note, [copy, stamp], ct);
        }

        _binaries = await PostgresBinaries.TryAsync(Path.Combine(copy, "bin"), _user, ct)
            ?? throw new InvalidOperationException($"User {_user} cannot run the PostgreSQL server in {copy}.");
    }

    private async Task InitialiseAsync(CancellationToken ct)
    {
        // A kill half way must not leave a folder that looks complete: made under another name, then renamed.
        var fresh = Path.Combine(_place, "data.new");
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        if (Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
        Directory.CreateDirectory(fresh);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(fresh, Private | UnixFileMode.UserExecute);

        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        WritePrivately(PasswordFile, password);
        var handover = Path.Combine(_place, "password.new");
        WritePrivately(handover, password);
        await HandOverAsync([fresh, handover], ct);

        // The order of text is the order of its code points everywhere: on this machine, in the tests, in production.
        string[] locale = _binaries!.Version >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
            : OperatingSystem.IsLinux() ? ["--locale=C.UTF-8"]
            : ["--locale=C"];
        await PostgresCommand.DemandAsync(
            _binaries.Initdb,
            ["-D", fresh, "-U", Owner, "-E", "UTF8", "-A", "scram-sha-256", $"--pwfile={handover}", .. locale,
                .. _options.Temporary ? ["--no-sync"] : Array.Empty<string>()],
            _user,
            ct);
        File.Delete(handover);
        await File.AppendAllTextAsync(Path.Combine(fresh, "postgresql.conf"), "\ninclude 'iswitchroofs.conf'\n", ct);
        Directory.Move(fresh, Data);
    }

    private async Task LaunchAsync(CancellationToken ct)
    {
        if (!File.Exists(PasswordFile))
        {
            throw new InvalidOperationException($"{PasswordFile} is missing, so the data in {Data} cannot be opened. Delete {_home} for a new database.");
        }

        if (!File.Exists(Log) || new FileInfo(Log).Length > MaxLogBytes) WritePrivately(Log, "");
        await HandOverAsync([Log], ct);

        const int attempts = 20;
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var settings = new Dictionary<string, string>(Defaults, StringComparer.Ordinal);
            foreach (var (name, value) in _options.Settings) settings[name] = value;
            settings["port"] = port.ToString(CultureInfo.InvariantCulture);
            var lines = settings.Select(s => $"{s.Key} = '{s.Value.Replace("'", "''", StringComparison.Ordinal)}'");
            var file = Path.Combine(Data, "iswitchroofs.conf");
            await File.WriteAllLinesAsync(file, lines, ct);
            await HandOverAsync([file], ct);

            var logged = new FileInfo(Log).Length;
            // pg_ctl gives the server a session of its own: Ctrl+C in the terminal reaches the host, which then stops it in order.
            var seconds = ((int)_options.StartTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var start = await PostgresCommand.RunAsync(
                _binaries!.PgCtl, ["start", "-D", Data, "-l", Log, "-w", "-t", seconds, "-s"], _user, ct);
            if (start.Succeeded)
            {
                Connect(ReadPidFile() ?? throw new InvalidOperationException($"PostgreSQL ended right after its start, see {Log}."));
                return;
            }

            var said = await TailAsync(logged, ct);
            // The port was taken in between, or backends of a killed server are just leaving.
            var passing = said.Contains("could not bind", StringComparison.Ordinal)
                || said.Contains("in use", StringComparison.Ordinal)
                || said.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
            if (!passing || attempt == attempts) throw new InvalidOperationException($"PostgreSQL did not start: {start.Output} {said}");
            await Task.Delay(250, ct);
        }
    }

    private async Task AdoptAsync(CancellationToken ct)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            if (ReadPidFile() is { Ready: true } running)
            {
                Connect(running);
                Adopted = true;
                return;
            }

            // Still recovering after a crash, or on its way out.
            if (deadline.Elapsed > _options.StartTimeout)
            {
                throw new TimeoutException($"The PostgreSQL server in {Data} runs but was not ready within {_options.StartTimeout.TotalSeconds:0} s, see {Log}.");
            }

            await Task.Delay(50, ct);
            if (ReadPidFile() is not { } still || !IsServer(still.ProcessId))
            {
                File.Delete(PidFile);
                await FindBinariesAsync(ct);
                await LaunchAsync(ct);
                return;
            }
        }
    }

    private void Connect(RunningServer running)
    {
        Port = running.Port;
        ServerProcessId = running.ProcessId;
        ConnectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = running.Port,
            Username = Owner,
            Password = File.ReadAllText(PasswordFile).Trim(),
            Database = _options.Database,

            // It is our own child on this machine: when it is slow to let somebody in, the machine is busy, and waiting helps.
            Timeout = 15,
        }.ConnectionString;
    }

    private async Task CreateDatabaseAsync(CancellationToken ct)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(ct);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection);
        find.Parameters.AddWithValue(_options.Database);
        if (await find.ExecuteScalarAsync(ct) is not null) return;

        var name = _options.Database.Replace("\"", "\"\"", StringComparison.Ordinal);
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    private async Task StopServerAsync()
    {
        if (ReadPidFile() is not { } running || !IsServer(running.ProcessId)) return;
        try
        {
            if (_binaries is null) await FindBinariesAsync(CancellationToken.None);
            foreach (var mode in new[] { "fast", "immediate" })
            {
                var stop = await PostgresCommand.RunAsync(
                    _binaries!.PgCtl, ["stop", "-D", Data, "-m", mode, "-w", "-t", "30", "-s"], _user, CancellationToken.None);
                if (stop.Succeeded) return;
                _logger.LogWarning("PostgreSQL did not stop ({Mode}): {Output}", mode, stop.Output);
            }
        }
        catch (InvalidOperationException e)
        {
            _logger.LogWarning(e, "PostgreSQL could not be stopped");
        }
    }

    // Reached when the program ends without disposing: Environment.Exit, or a return out of Main after a failure.
    private void StopAtExit(object? sender, EventArgs e) => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void Leave()
    {
        _presence?.Dispose();
        File.Delete(_hostFile);
    }

    private bool OthersAreHere()
    {
        var hosts = Path.Combine(_home, "hosts");
        if (!Directory.Exists(hosts)) return false;
        foreach (var file in Directory.GetFiles(hosts).Where(file => file != _hostFile))
        {
            using var dead = FileLock.TryTake(file);
            if (dead is null) return true;
            File.Delete(file);
        }

        return false;
    }

    private void DeleteFolders()
    {
        foreach (var folder in new[] { _place, _home, _options.Directory }.Where(Directory.Exists))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException e)
            {
                _logger.LogWarning(e, "The temporary folder {Folder} stays", folder);
            }
        }
    }

    private int? DataVersion()
    {
        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : null;
    }

    private sealed record RunningServer(int ProcessId, int Port, bool Ready);

    // Lines: process id, data folder, start time, port, socket folder, listen address, shared memory, status.
    private RunningServer? ReadPidFile()
    {
        try
        {
            var lines = File.ReadAllLines(PidFile);
            return lines.Length > 3
                && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && int.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? new RunningServer(id, port, lines.Length > 7 && lines[7].Trim() == "ready")
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private bool IsServer(int processId)
    {
        try
        {
            // The server works in its data folder; a process that merely got the same id does not, nor does a zombie.
            if (OperatingSystem.IsLinux()) return File.ReadAllText($"/proc/{processId}/cwd/postmaster.pid") == File.ReadAllText(PidFile);
            using var process = Process.GetProcessById(processId);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string PasswordFile => Path.Combine(_home, "password");

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static void WritePrivately(string file, string text)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Private;
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    private async Task HandOverAsync(string[] paths, CancellationToken ct)
    {
        if (_user is not null) await PostgresCommand.DemandAsync("chown", ["-R", _user, .. paths], user: null, ct);
    }

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) OpenToOthers(folder);
    }

    // Entered, not listed: what lies inside is closed by itself.
    private static void OpenToOthers(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(
            folder, Private | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private async Task<string> TailAsync(long from, CancellationToken ct)
    {
        await using var stream = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(Math.Max(Math.Min(from, stream.Length), stream.Length - 4000), SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(ct)).Trim();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
