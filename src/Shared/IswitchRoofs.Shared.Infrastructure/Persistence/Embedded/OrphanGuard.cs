using System.ComponentModel;
using System.Diagnostics;

namespace IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;

/// <summary>
/// A shell that waits for the end of this process, however it ends, and then stops a server that no other host uses. It holds the
/// read end of a pipe whose other end only we have: a kill -9 closes it. Without the tools it needs (macOS, Windows) the server of
/// a killed host stays until the next start, which adopts it.
/// </summary>
internal sealed class OrphanGuard : IDisposable
{
    // Arguments: the folder with lock and hosts, the data folder, and the folders to delete afterwards.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP
        read -r _
        cd "$1" || exit 0
        exec flock lock sh -c '
          for host in hosts/*; do
            [ -e "$host" ] || continue
            flock -n "$host" true || exit 0
          done
          data=$2
          shift 2
          pid=$(head -n 1 "$data/postmaster.pid")
          if [ -n "$pid" ] && [ "/proc/$pid/cwd" -ef "$data" ]; then
            kill -INT "$pid"
            while [ "/proc/$pid/cwd" -ef "$data" ]; do sleep 0.05; done
          fi
          cd /
          [ $# -eq 0 ] || rm -rf "$@"
        ' sh "$@"
        """;

    private readonly Process _shell;

    private OrphanGuard(Process shell) => _shell = shell;

    public int ProcessId => _shell.Id;

    public static OrphanGuard? TryStart(string home, string data, IEnumerable<string> deleteAfterwards)
    {
        if (!OperatingSystem.IsLinux() || !IsOnPath("setsid") || !IsOnPath("flock")) return null;

        // A session of its own, so that Ctrl+C and the terminal's end reach the host but not the guard.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script, "sh", home, data, .. deleteAfterwards])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        try
        {
            return new OrphanGuard(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What the kernel does for a killed process: the pipe closes and the shell goes to work.</summary>
    internal void Release()
    {
        _shell.StandardInput.Dispose();
        _shell.Dispose();
    }

    public void Dispose()
    {
        try
        {
            _shell.Kill();
            _shell.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        _shell.Dispose();
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
