using System.Collections.Concurrent;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>The rules that leads are scored by now, on every host, and those that they were scored by before (S12).</summary>
public sealed class ScoringRuleSets(IReadRepository<ScoringRuleSet> sets, KnownScoringRules known, AnswerCache cache)
{
    /// <summary>Moves when rules are saved.</summary>
    internal const string Tag = "scoring_rule_sets";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    internal async Task<ScoringRules> ActiveAsync(CancellationToken ct)
    {
        var number = await cache.GetAsync(
            "leads:scoring-rules:v1", [Tag], Lifetime, async token => (await sets.FirstOrDefaultAsync(new LatestRuleSet(), token))?.Number ?? ScoringRules.StandardVersion, ct);
        return await FindAsync(number, ct) ?? throw new InvalidOperationException($"Scoring rules version {number} is gone.");
    }

    /// <summary>Those that gave the lead its score: the present ones, unless it was closed, or is still to be scored by them.</summary>
    internal async Task<ScoringRules> OfAsync(Lead lead, CancellationToken ct)
    {
        var active = await ActiveAsync(ct);
        return lead.IsScoredBy(active) ? active : await FindAsync(lead.ScoringVersion, ct) ?? active;
    }

    internal async Task<ScoringRules?> FindAsync(int number, CancellationToken ct)
    {
        if (number == ScoringRules.StandardVersion) return ScoringRules.Standard;
        if (known.ByNumber.TryGetValue(number, out var rules)) return rules;
        return await sets.FirstOrDefaultAsync(new RuleSetNumbered(number), ct) is { } found ? known.ByNumber.GetOrAdd(number, found.Rules with { Version = number }) : null;
    }
}

/// <summary>Saved rules never change, so each host reads each version once.</summary>
public sealed class KnownScoringRules
{
    internal ConcurrentDictionary<int, ScoringRules> ByNumber { get; } = [];
}

internal sealed class LatestRuleSet : Specification<ScoringRuleSet>
{
    public LatestRuleSet() => Query.OrderByDescending(s => s.Number).Take(1);
}

internal sealed class RuleSetNumbered : Specification<ScoringRuleSet>
{
    public RuleSetNumbered(int number) => Query.Where(s => s.Number == number);
}
