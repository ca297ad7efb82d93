using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IswitchRoofs.TestKit;

/// <summary>A real redis-server of the test's own on a free loopback port, which can be killed and started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(20);

    private Process? _process;

    private RedisServer(int port) => Port = port;

    public int Port { get; }

    /// <summary>For StackExchange.Redis: does not fail when the server is away, and notices soon when it is back.</summary>
    public string ConnectionString => $"127.0.0.1:{Port},abortConnect=false,connectTimeout=1000,syncTimeout=1000,asyncTimeout=1000,connectRetry=1";

    /// <summary>The same, refused: a port where nobody listens.</summary>
    public static string AwayConnectionString => $"127.0.0.1:{FreePort()},abortConnect=false,connectTimeout=500,connectRetry=0";

    public static async Task<RedisServer> StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = new RedisServer(FreePort());
            try
            {
                await server.RestartAsync();
                return server;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody else took the port between our look and redis-server's bind.
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>Starts it on its port again, empty.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();

        // The shell ends redis-server when its input closes, which it does however the test process ends.
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-c",
                $"redis-server --port {Port} --bind 127.0.0.1 --save '' --appendonly no --dir /tmp --loglevel warning >/dev/null 2>&1 & pid=$!; cat >/dev/null; kill -9 $pid; wait $pid 2>/dev/null",
            },
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("No shell to start redis-server with.");

        var started = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (started.Elapsed > StartTimeout)
            {
                await KillAsync();
                throw new InvalidOperationException("redis-server did not start; is it installed (apt-get install redis-server)?");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>As kill -9 does: connections break, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[16];
            var read = await stream.ReadAsync(answer);
            return Encoding.ASCII.GetString(answer, 0, read).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
