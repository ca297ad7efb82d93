using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Stale;

/// <summary>The limits as they are set now, on every host.</summary>
public sealed class CurrentStaleLimits(IReadRepository<StaleRules> rules, AnswerCache cache)
{
    /// <summary>Changes of the limits move it on: for answers that were made with them.</summary>
    internal const string Tag = "stale_rules";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    internal async Task<StaleLimits> ReadAsync(CancellationToken ct) =>
        await cache.GetAsync("leads:stale-limits:v1", [Tag], Lifetime, async token => (await rules.FirstOrDefaultAsync(new TheStaleRules(), token))?.Limits ?? StaleLimits.Standard, ct);
}

internal sealed class TheStaleRules : Specification<StaleRules>
{
    // There is one row; without an order each first read would warn.
    public TheStaleRules() => Query.OrderBy(r => r.Id);
}
