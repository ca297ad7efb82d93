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
    private const string Farewell = "done";

    // Arguments: the folder with lock and hosts, the data folder, and the folders to delete afterwards.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP
        read -r word
        [ "$word" != done ] || exit 0
        cd "$1" || exit 0
        exec flock lock sh -c '
          others=
          for host in hosts/*; do
            [ -e "$host" ] || continue
            if flock -n "$host" true; then rm -f "$host"; else others=1; fi
          done
          [ -z "$others" ] || exit 0
          data=$2
          shift 2
          # A host killed in the middle of a start leaves a server that is about to appear.
          tries=0
          while [ ! -s "$data/postmaster.pid" ] && [ $tries -lt 20 ]; do sleep 0.1; tries=$((tries + 1)); done
          pid=$(head -n 1 "$data/postmaster.pid")
          if [ -n "$pid" ] && [ "/proc/$pid/cwd" -ef "$data" ]; then
            kill -INT "$pid"
            while [ "/proc/$pid/cwd" -ef "$data" ]; do sleep 0.05; done
          fi
          cd /
          [ $# -eq 0 ] || rm -rf "$@"
        ' sh "$@"
        """;

    private readonly StreamWriter _line;

    private OrphanGuard(StreamWriter line) => _line = line;

    public static OrphanGuard? TryStart(string home, string data, IEnumerable<string> deleteAfterwards)
    {
        if (!OperatingSystem.IsLinux() || !IsOnPath("setsid") || !IsOnPath("flock")) return null;

        // A session of its own, so that Ctrl+C and the terminal's end reach the host but not the guard; and not our child, because
        // whoever kills a process with its whole tree (test runners do) would kill the guard too.
        var start = new ProcessStartInfo("setsid", ["--fork", "sh", "-c", Script, "sh", home, data, .. deleteAfterwards])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        try
        {
            using var launcher = Process.Start(start)!;
            var line = launcher.StandardInput;
            launcher.WaitForExit();
            return launcher.ExitCode == 0 ? new OrphanGuard(line) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What the kernel does for a killed process: the pipe closes and the shell goes to work.</summary>
    internal void Release() => _line.Dispose();

    public void Dispose()
    {
        try
        {
            _line.WriteLine(Farewell);
            _line.Dispose();
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
