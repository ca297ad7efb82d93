using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Host.Tests.Realtime;

/// <summary>Stock pusher-js in a Node process of its own (tests/node/subscribe.mjs), and what it reports line by line.</summary>
internal sealed class StockClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly Channel<JsonElement> _lines = Channel.CreateUnbounded<JsonElement>();
    private readonly Task _reading;
    private readonly Task<string> _errors;

    private StockClient(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    public static async Task<StockClient> StartAsync(
        Uri address, string key, string channels, string? token, IReadOnlyDictionary<string, string>? environment = null) =>
        new(await NodeScripts.StartAsync("subscribe.mjs", [], new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["CHANNELS_KEY"] = key,
            ["CHANNELS_HOST"] = address.Host,
            ["CHANNELS_PORT"] = address.Port.ToString(CultureInfo.InvariantCulture),
            ["CHANNELS_CHANNEL"] = channels,
            ["CHANNELS_AUTH_ENDPOINT"] = new Uri(address, "/api/realtime/auth").ToString(),
            ["CHANNELS_TOKEN"] = token ?? "",
        }));

    /// <summary>The next line of this type; others are passed over.</summary>
    public async Task<JsonElement> NextAsync(string type)
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(timeout.Token);
                if (line.GetProperty("type").GetString() == type) return line;
            }
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
        {
            var errors = _errors.IsCompleted ? await _errors : "";
            throw new InvalidOperationException($"pusher-js did not report '{type}'. {errors}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            _lines.Writer.TryWrite(json.RootElement.Clone());
        }

        _lines.Writer.TryComplete();
    }
}
