using System.Text.Json;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>Saves the rules as a new version and has all open leads scored by them (S12). An old version is used again by sending its rules.</summary>
public sealed record ChangeScoringRules : ScoringRulesFields
{
    public ChangeScoringRules()
    {
    }

    public ChangeScoringRules(ScoringRulesFields rules) : base(rules)
    {
    }

    /// <summary>Why; at most 500 characters.</summary>
    public string? Note { get; init; }
}

public sealed class ChangeScoringRulesHandler(
    IRepository<ScoringRuleSet> sets, IRepository<Rescoring> rescorings, ICurrentUser user, TimeProvider clock) : IUseCase
{
    internal const string OnePerNumber = "ux_scoring_rule_sets_number";
    internal const string OneRunPerNumber = "ux_rescorings_rules";

    public async Task<Result<Versioned<ScoringRuleSetDetails>>> HandleAsync(ChangeScoringRules request, uint? ifVersion, CancellationToken ct)
    {
        var check = new Validation();
        var note = check.Text("note", request.Note, 500);
        var rules = new ScoringRulesCheck(check).Check(request);
        if (check.Failed) return check.ToError();

        var active = await sets.FirstOrDefaultAsync(new LatestRuleSet(), ct);
        var number = active?.Number ?? ScoringRules.StandardVersion;
        if (ifVersion is { } version && version != number) return Error.Stale((uint)number);
        if (AreSame(rules, active?.Rules ?? ScoringRules.Standard)) return Answer(active);

        var now = clock.GetUtcNow();
        var set = ScoringRuleSet.After(number, rules, note, user.ToActor(), now);
        sets.Add(set);
        rescorings.Add(Rescoring.By(set, now));
        try
        {
            await sets.SaveChangesAsync(ct);
        }
        catch (ConstraintViolatedException e) when (e.Constraint is OnePerNumber or OneRunPerNumber)
        {
            // Somebody else saved the next version at the same moment.
            return Error.Stale((uint)number + 1);
        }

        return Answer(set);
    }

    private static Versioned<ScoringRuleSetDetails> Answer(ScoringRuleSet? set)
    {
        var details = set is null ? ScoringRuleSetDetails.Standard(isActive: true) : ScoringRuleSetDetails.Of(set, isActive: true);
        return new(details, (uint)details.Version);
    }

    // As clients would see them: the number of the version is none of the rules.
    private static bool AreSame(ScoringRules one, ScoringRules other) => Text(one) == Text(other);

    private static string Text(ScoringRules rules)
    {
        var fields = ScoringRulesFields.Of(rules);
        var location = fields.Location!;
        return JsonSerializer.Serialize(fields with { Location = location with { PremiumZips = [.. location.PremiumZips!.Order()], TargetZips = [.. location.TargetZips!.Order()] } });
    }
}
