using IswitchRoofs.Leads.Application.FollowUps;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

internal sealed class RemindOfLeadFollowUps(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "leads.follow-ups";

    // From eight in the morning; later runs are for what was planned during the day, and for a host that was down at eight.
    public const string Schedule = "0 0/15 8-19 * * ?";
    private const int Batch = 100;
    private const int MostCollisions = 3;

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var told = 0;
        for (var collisions = 0; collisions < MostCollisions;)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                var done = (await scope.ServiceProvider.GetRequiredService<RemindOfFollowUpsHandler>().HandleAsync(new RemindOfFollowUps(Batch), ct)).Value;
                told += done.Told;
                if (done.Handled < Batch) break;
            }
            catch (ConcurrentChangeException)
            {
                // Somebody changed one of them this moment; the batch is read anew.
                collisions++;
            }
        }

        return JobOutcome.Of("follow_ups", told);
    }
}
