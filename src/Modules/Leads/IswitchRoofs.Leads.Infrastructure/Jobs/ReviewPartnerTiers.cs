using IswitchRoofs.Leads.Application.Partners;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace IswitchRoofs.Leads.Infrastructure.Jobs;

internal sealed class ReviewPartnerTiers(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "leads.partner-tiers";

    // What it is for is the first of the month; every night, since a host may be down in that one.
    public const string Schedule = "0 5 0 * * ?";

    public async Task<JobOutcome> RunAsync(CancellationToken ct) => JobOutcome.Of("partners", await scopes.RunInBatchesAsync<ReviewTiersHandler>(
        int.MaxValue, async review => (0, (await review.HandleAsync(new ReviewTiers(), ct)).Value.Changed)));
}
