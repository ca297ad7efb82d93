using IswitchRoofs.Leads.Infrastructure.Scoring;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

/// <summary>After the scoring rules were changed: all open leads, in small batches with pauses, so that requests are served first.</summary>
internal sealed class RescoreLeads(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "leads.rescoring";
    public const string Schedule = "0/5 * * * * ?";
    private const int Batch = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var batches = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<RescoringBatch>().RunAsync(Batch, ct);
            if (outcome == BatchOutcome.More) batches++;
            if (outcome is BatchOutcome.Nothing or BatchOutcome.Finished) return JobOutcome.Of("batches", batches);
            await Task.Delay(Pause, ct);
        }
    }
}
