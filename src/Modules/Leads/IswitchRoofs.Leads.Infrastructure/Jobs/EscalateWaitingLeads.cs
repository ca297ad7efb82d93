using IswitchRoofs.Leads.Application.Escalation;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

internal sealed class EscalateWaitingLeads(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "leads.escalations";

    // The shortest usual target is two minutes: five seconds more are no matter, a minute would be.
    public const string Schedule = "0/5 * * * * ?";
    private const int Batch = 100;

    public async Task<JobOutcome> RunAsync(CancellationToken ct) => JobOutcome.Of(
        "escalations",
        await scopes.RunInBatchesAsync<EscalateLeadsHandler>(Batch, async handler =>
        {
            var batch = (await handler.HandleAsync(new EscalateLeads(Batch), ct)).Value;
            return (batch.Leads, batch.Told);
        }));
}
