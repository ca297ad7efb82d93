using IswitchRoofs.Leads.Application.Escalation;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

internal sealed class EscalateWaitingLeads(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "leads.escalations";

    // The shortest usual target is two minutes: five seconds more are no matter, a minute would be.
    public const string Schedule = "0/5 * * * * ?";
    private const int Batch = 100;
    private const int MostBatches = 5;

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var told = 0;
        for (var i = 0; i < MostBatches; i++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                var done = (await scope.ServiceProvider.GetRequiredService<EscalateLeadsHandler>().HandleAsync(new EscalateLeads(Batch), ct)).Value;
                told += done.Told;
                if (done.Leads < Batch) break;
            }
            catch (ConstraintViolatedException)
            {
                // Another host told one of them this moment: nothing of the batch was saved, and it is read anew.
            }
        }

        return JobOutcome.Of("escalations", told);
    }
}
