using System.Diagnostics;

namespace IswitchRoofs.TestKit;

/// <summary>Runs the scripts of tests/node: stock npm clients against what we made. Installs their packages once.</summary>
public static class NodeScripts
{
    private static readonly Lazy<Task> Installed = new(FetchAsync);

    /// <summary>tests/node of the working tree.</summary>
    public static string Directory { get; } = Path.Combine(Root(), "tests", "node");

    /// <summary>The packages are there when it is done.</summary>
    public static Task InstallAsync() => Installed.Value;

    /// <summary>Runs a script to its end and gives what it printed.</summary>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = await StartAsync(script, arguments, environment);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"node {script} ended with {process.ExitCode}: {output}{await errors}");
    }

    /// <summary>Starts a script with its three streams redirected; the caller ends it by closing its input.</summary>
    public static async Task<Process> StartAsync(string script, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        await Installed.Value;
        return Start("node", [script, .. arguments], environment);
    }

    private static async Task FetchAsync()
    {
        // Several test assemblies may come here at the same time.
        await using var turn = await TakeTurnAsync(Path.Combine(Directory, ".install.lock"));

        var wanted = Path.Combine(Directory, "package-lock.json");
        var installed = Path.Combine(Directory, "node_modules", ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted)) return;

        using var npm = Start("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], null);
        var errors = npm.StandardError.ReadToEndAsync();
        var output = await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0) throw new InvalidOperationException($"npm ci failed in tests/node: {output}{await errors}");
        File.SetLastWriteTimeUtc(installed, DateTime.UtcNow);
    }

    private static async Task<FileStream> TakeTurnAsync(string path)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromMinutes(3))
            {
                await Task.Delay(100);
            }
        }
    }

    private static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start; is Node.js 20 or later installed?");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IswitchRoofs.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the working tree.");
    }
}
