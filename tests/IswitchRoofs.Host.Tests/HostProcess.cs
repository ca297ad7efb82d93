using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests;

/// <summary>The built host as a process of its own, as a server runs it: can be killed, interrupted and started again.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private HostProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output => string.Join('\n', _output);

    /// <summary>Starts it and does not wait for it to answer.</summary>
    public static HostProcess Launch(IReadOnlyDictionary<string, string?> settings, int? port = null)
    {
        var address = new Uri($"http://127.0.0.1:{port ?? FreePort()}");
        return new HostProcess(Start(["--urls", address.ToString()], settings), address);
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> settings, int? port = null)
    {
        var host = Launch(settings, port);
        await host.ReadyAsync();
        return host;
    }

    /// <summary>Runs a verb such as <c>migrate</c> to its end.</summary>
    public static async Task RunAsync(string verb, IReadOnlyDictionary<string, string?> settings)
    {
        await using var host = new HostProcess(Start([verb], settings), new Uri("http://127.0.0.1"));
        var code = await host.EndAsync();
        if (code != 0) throw new InvalidOperationException($"{verb} ended with {code}:\n{host.Output}");
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async Task ReadyAsync(TimeSpan? within = null) => await Eventually.HoldsAsync(
        async () =>
        {
            if (_process.HasExited) throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{Output}");
            try
            {
                using var answer = await Http.GetAsync("/health/ready");
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        $"the host on {Address} is ready", within ?? TimeSpan.FromMinutes(3));

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGINT, as Ctrl+C sends it.</summary>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Http.Dispose();
        _process.Dispose();
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Start(string[] arguments, IReadOnlyDictionary<string, string?> settings)
    {
        // Beside the tests' own folder: artifacts/bin/<project>/<configuration>.
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var host = Path.Combine(own.Parent!.Parent!.FullName, "IswitchRoofs.Host", own.Name, "IswitchRoofs.Host.dll");
        // A script that runs tests in the background ignores SIGINT, and so would everything below it.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", host, .. arguments])
        {
            WorkingDirectory = Path.Combine(own.Parent.Parent.Parent!.Parent!.FullName, "src", "Host"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        while (_output.Count > 400) _output.TryDequeue(out _);
    }
}
