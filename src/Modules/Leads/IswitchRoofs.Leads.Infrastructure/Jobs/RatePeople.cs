using IswitchRoofs.Leads.Application.Assignment;
using IswitchRoofs.Shared.Infrastructure.Jobs;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

internal sealed class RatePeople(RateAssigneesHandler handler) : IRecurringJob
{
    public const string Name = "leads.performance";
    public const string Schedule = "0 12 * * * ?";

    public async Task<JobOutcome> RunAsync(CancellationToken ct) => JobOutcome.Of("people", (await handler.HandleAsync(new RateAssignees(), ct)).Value);
}
