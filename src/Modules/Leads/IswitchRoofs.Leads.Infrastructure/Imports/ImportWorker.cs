using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <summary>Brings imports forward, batch by batch, for as long as there is something to do.</summary>
internal sealed class ImportWorker(ImportRunner runner, TimeProvider clock, ILogger<ImportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Hosted services start one after the other: the first query must not hold up the others.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await runner.StepAsync(stoppingToken)) await Task.Delay(PollInterval, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning("Imports cannot go on yet: {Message}", e.GetBaseException().Message);
                await Task.Delay(AfterTrouble, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
