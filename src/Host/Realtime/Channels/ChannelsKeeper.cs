using IswitchRoofs.Shared.Infrastructure.Realtime;
using Microsoft.Extensions.Options;

namespace IswitchRoofs.Host.Realtime.Channels;

/// <summary>The clock of the embedded server, and its goodbye when the host stops.</summary>
internal sealed class ChannelsKeeper(
    ChannelsServer server, IOptions<ChannelsOptions> options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<ChannelsKeeper> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not in StopAsync: the web server waits for open sockets before hosted services are stopped.
        using var stopping = lifetime.ApplicationStopping.Register(server.Stop);

        var pause = options.Value.ActivityTimeout / 4;
        using var timer = new PeriodicTimer(pause < LongestPause ? pause : LongestPause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    server.Sweep();
                }
                catch (Exception e)
                {
                    logger.LogError(e, "Realtime sweep failed");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
