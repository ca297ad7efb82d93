using IswitchRoofs.Leads.Infrastructure.Scoring;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

/// <summary>After the scoring rules were changed: all open leads, in small batches with longer pauses, so that requests are served first.</summary>
internal sealed class RescoreLeads(IServiceScopeFactory scopes, ICacheGenerations cache, TimeProvider clock) : IRecurringJob
{
    public const string Name = "leads.rescoring";
    public const string Schedule = "0/5 * * * * ?";
    private const int Batch = 100;
    private const int PauseForEachPartOfWork = 3;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    // Every batch makes some kept list old; were all of them forgotten at each, everybody's lists would be computed all the time.
    private static readonly TimeSpan ListsKept = TimeSpan.FromSeconds(30);

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var (batches, forgotten) = (0, clock.GetTimestamp());
        while (true)
        {
            var began = clock.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<RescoringBatch>().RunAsync(Batch, ct);
            if (outcome == BatchOutcome.More) batches++;
            var ended = outcome is BatchOutcome.Nothing or BatchOutcome.Finished;
            if ((ended && batches > 0) || clock.GetElapsedTime(forgotten) >= ListsKept)
            {
                await cache.BumpAsync(["leads"]);
                forgotten = clock.GetTimestamp();
            }

            if (ended) return JobOutcome.Of("batches", batches);
            var pause = clock.GetElapsedTime(began) * PauseForEachPartOfWork;
            await Task.Delay(pause > ShortestPause ? pause : ShortestPause, ct);
        }
    }
}
