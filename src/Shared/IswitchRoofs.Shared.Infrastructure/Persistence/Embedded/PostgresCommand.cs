using System.ComponentModel;
using System.Diagnostics;

namespace IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;

/// <summary>Runs the server's tools, as another user where PostgreSQL would refuse ours.</summary>
internal static class PostgresCommand
{
    internal sealed record Outcome(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static async Task<Outcome> RunAsync(string file, IEnumerable<string> arguments, string? user, CancellationToken ct)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Ours may be closed to the other user.
            WorkingDirectory = Path.GetPathRoot(Path.GetFullPath("/"))!,
        };
        if (user is not null) start.UserName = user;

        // PGDATA, PGPORT and their kin would redirect the tools; messages are read in English.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            return new Outcome(-1, e.Message);
        }

        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            try
            {
                await process.WaitForExitAsync(ct);
                return new Outcome(process.ExitCode, $"{await output}{await errors}".Trim());
            }
            catch (OperationCanceledException)
            {
                if (!process.HasExited) process.Kill();
                throw;
            }
        }
    }

    public static async Task DemandAsync(string file, IEnumerable<string> arguments, string? user, CancellationToken ct)
    {
        var outcome = await RunAsync(file, arguments, user, ct);
        if (!outcome.Succeeded) throw new InvalidOperationException($"{Path.GetFileName(file)} failed: {outcome.Output}");
    }
}
