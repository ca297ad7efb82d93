using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>The rules that leads are scored by now (S12).</summary>
public sealed record GetScoringRules;

/// <param name="Version">Number of the version; the ETag.</param>
/// <param name="IsActive">The last version holds.</param>
/// <param name="CreatedByName">Null for version 1, which comes with the program.</param>
public sealed record ScoringRuleSetDetails(
    int Version, bool IsActive, string? Note, Guid? CreatedBy, string? CreatedByName, DateTimeOffset? CreatedAt, ScoringRulesFields Rules)
{
    internal static ScoringRuleSetDetails Standard(bool isActive) =>
        new(ScoringRules.StandardVersion, isActive, "The rules that come with the program", null, null, null, ScoringRulesFields.Of(ScoringRules.Standard));

    internal static ScoringRuleSetDetails Of(ScoringRuleSet set, bool isActive) =>
        new(set.Number, isActive, set.Note, set.CreatedBy, set.CreatedByName, set.CreatedAt, ScoringRulesFields.Of(set.Rules));
}

public sealed class GetScoringRulesHandler(IReadRepository<ScoringRuleSet> sets) : IUseCase
{
    public async Task<Result<Versioned<ScoringRuleSetDetails>>> HandleAsync(GetScoringRules request, CancellationToken ct)
    {
        var latest = await sets.FirstOrDefaultAsync(new LatestRuleSet(), ct);
        var details = latest is null ? ScoringRuleSetDetails.Standard(isActive: true) : ScoringRuleSetDetails.Of(latest, isActive: true);
        return new Versioned<ScoringRuleSetDetails>(details, (uint)details.Version);
    }
}

/// <summary>All versions, the newest first; the last is the one that comes with the program.</summary>
public sealed record GetScoringVersions;

public sealed record ScoringVersions(IReadOnlyList<ScoringRuleSetDetails> Items);

public sealed class GetScoringVersionsHandler(IReadRepository<ScoringRuleSet> sets) : IUseCase
{
    // Rules change some times a year.
    private const int Most = 100;

    public async Task<Result<ScoringVersions>> HandleAsync(GetScoringVersions request, CancellationToken ct)
    {
        var saved = await sets.ListAsync(new NewestRuleSets(Most), ct);
        return new ScoringVersions([.. saved.Select((set, i) => ScoringRuleSetDetails.Of(set, isActive: i == 0)), ScoringRuleSetDetails.Standard(isActive: saved.Count == 0)]);
    }

    private sealed class NewestRuleSets : Specification<ScoringRuleSet>
    {
        public NewestRuleSets(int atMost) => Query.OrderByDescending(s => s.Number).Take(atMost);
    }
}
