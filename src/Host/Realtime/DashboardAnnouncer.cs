using IswitchRoofs.Shared.Application.Realtime;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Says "the dashboard changed" at most once a second, however many events an import or a storm brings.</summary>
internal sealed class DashboardAnnouncer(IRealtime realtime, TimeProvider clock, ILogger<DashboardAnnouncer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _changed = new(0, 1);

    public void Changed()
    {
        if (_changed.CurrentCount > 0) return;
        try
        {
            _changed.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else noted the same.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _changed.WaitAsync(stoppingToken);

            // First the pause: the figures of this change are being written while it is announced.
            await Task.Delay(Interval, clock, stoppingToken);
            try
            {
                await realtime.PublishAsync(new RealtimeMessage([RealtimeChannels.Dashboard], RealtimeChannels.DashboardUpdated, new Dictionary<string, object?> { ["at"] = clock.GetUtcNow() }), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "The dashboard's change was not announced");
            }
        }
    }
}
