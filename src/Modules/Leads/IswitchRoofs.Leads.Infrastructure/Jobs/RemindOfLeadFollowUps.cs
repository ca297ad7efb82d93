using IswitchRoofs.Leads.Application.FollowUps;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

internal sealed class RemindOfLeadFollowUps(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "leads.follow-ups";

    // From eight in the morning; later runs are for what was planned during the day, and for a host that was down at eight.
    public const string Schedule = "0 0/15 8-19 * * ?";
    private const int Batch = 100;

    public async Task<JobOutcome> RunAsync(CancellationToken ct) => JobOutcome.Of(
        "follow_ups",
        await scopes.RunInBatchesAsync<RemindOfFollowUpsHandler>(Batch, async handler =>
        {
            var batch = (await handler.HandleAsync(new RemindOfFollowUps(Batch), ct)).Value;
            return (batch.Handled, batch.Told);
        }));
}
