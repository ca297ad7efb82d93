using System.Threading.Channels;
using IswitchRoofs.Shared.Application.Realtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Shared.Infrastructure.Realtime;

/// <summary>
/// Publishes through a Channels application. Callers only ever wait for a place in memory: when the application is
/// away the oldest messages fall out, because a browser that is back wants the newest and refetches the rest.
/// </summary>
public sealed class PusherRealtime : BackgroundService, IRealtime
{
    private const int Capacity = 1_000;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];

    private readonly Channel<ChannelsEvent> _queue;
    private readonly ChannelsClient _client;
    private readonly RealtimeMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly ILogger<PusherRealtime> _logger;

    public PusherRealtime(ChannelsClient client, RealtimeMetrics metrics, TimeProvider clock, ILogger<PusherRealtime> logger)
    {
        _client = client;
        _metrics = metrics;
        _clock = clock;
        _logger = logger;
        _queue = Channel.CreateBounded<ChannelsEvent>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => metrics.Dropped("queue_full"));
    }

    public ValueTask PublishAsync(RealtimeMessage message, CancellationToken ct)
    {
        if (ChannelsEvent.Acceptable(message, _metrics, _logger) is { } e && !_queue.Writer.TryWrite(e))
            _metrics.Dropped("stopping");
        return ValueTask.CompletedTask;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        // What is queued gets a short last chance before the loop is cancelled.
        if (ExecuteTask is { } sending)
            await Task.WhenAny(sending, Task.Delay(CallTimeout, _clock, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<ChannelsEvent>();
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            var pairs = 0;
            while (_queue.Reader.TryPeek(out var next)
                && (batch.Count == 0 || pairs + next.Channels.Count <= ChannelsLimits.MaxEventsPerBatch)
                && _queue.Reader.TryRead(out next))
            {
                batch.Add(next);
                pairs += next.Channels.Count;
            }

            // Between peek and read the oldest may have fallen out for a wider one; then they go one by one.
            if (batch.Count > 1 && pairs <= ChannelsLimits.MaxEventsPerBatch)
                await SendAsync(batch.Count, ct => _client.TriggerBatchAsync(batch, ct), stoppingToken);
            else
                foreach (var e in batch)
                    await SendAsync(1, ct => _client.TriggerAsync(e, ct), stoppingToken);
        }
    }

    private async Task SendAsync(int count, Func<CancellationToken, Task> send, CancellationToken stopping)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var timeout = new CancellationTokenSource(CallTimeout, _clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
                await send(either.Token);
                for (var i = 0; i < count; i++) _metrics.Published();
                return;
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                _metrics.Dropped("stopping", count);
                return;
            }
            catch (ChannelsRefusedException e)
            {
                _metrics.Dropped("refused", count);
                _logger.LogError("Realtime events were refused: {Reason}", e.Message);
                return;
            }
            catch (Exception e)
            {
                if (attempt == Pauses.Length)
                {
                    _metrics.Dropped("unreachable", count);
                    _logger.LogWarning("Realtime events given up after {Attempts} attempts: {Reason}", attempt + 1, e.Message);
                    return;
                }

                await Task.Delay(Pauses[attempt], _clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
