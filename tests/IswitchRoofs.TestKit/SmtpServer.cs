using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IswitchRoofs.TestKit;

/// <summary>A mail server (RFC 5321) that keeps what it takes, and that can go down and come back at the same address.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMail> _received = new();
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    private SmtpServer()
    {
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>Everything it has said "250" to, in that order.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>How often somebody came in.</summary>
    public int Connections { get; private set; }

    /// <summary>Until it is done, nobody who comes in is greeted: a server that hangs.</summary>
    public Task Greeting { get; set; } = Task.CompletedTask;

    /// <summary>Answers to RCPT; null takes everybody.</summary>
    public Func<string, string?>? Refuse { get; set; }

    public static SmtpServer Start() => new();

    public async Task GoDownAsync()
    {
        _listener?.Dispose();
        _listener = null;
        await _accepting;
        foreach (var client in _open.Keys) client.Close();
        _open.Clear();
    }

    public void ComeBack()
    {
        if (_listener is not null) return;
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync() => await GoDownAsync();

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync();
                Connections++;
                _open[client] = 0;
                _ = TalkAsync(client);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            // Latin-1 keeps every byte as it came.
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            await Greeting;
            await writer.WriteLineAsync("220 test.example ESMTP");
            string from = "";
            var to = new List<string>();
            while (await reader.ReadLineAsync() is { } line)
            {
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                switch (command)
                {
                    case "EHLO":
                        await writer.WriteLineAsync("250-test.example");
                        await writer.WriteLineAsync("250-8BITMIME");
                        await writer.WriteLineAsync("250 SMTPUTF8");
                        break;
                    case "MAIL":
                        from = Address(line);
                        to.Clear();
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "RCPT":
                        if (Refuse?.Invoke(Address(line)) is { } refusal)
                        {
                            await writer.WriteLineAsync(refusal);
                            break;
                        }

                        to.Add(Address(line));
                        await writer.WriteLineAsync("250 OK");
                        break;
                    case "DATA" when to.Count > 0:
                        await writer.WriteLineAsync("354 Go on");
                        var content = await ReadContentAsync(reader);
                        if (content is null) return;
                        _received.Enqueue(new ReceivedMail(from, [.. to], content));
                        await writer.WriteLineAsync("250 Taken");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 Bye");
                        return;
                    case "HELO" or "RSET" or "NOOP":
                        await writer.WriteLineAsync("250 OK");
                        break;
                    default:
                        await writer.WriteLineAsync("503 Not now");
                        break;
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection ended.
        }
        finally
        {
            _open.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private static async Task<string?> ReadContentAsync(StreamReader reader)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == ".") return content.ToString();
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return null;
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}

/// <param name="Content">As sent: headers, an empty line, the body; one character for each byte.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Content);
