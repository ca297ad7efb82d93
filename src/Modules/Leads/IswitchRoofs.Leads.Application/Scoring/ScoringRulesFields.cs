using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>A rule set as clients send and read it: every number of S2..S9.</summary>
public record ScoringRulesFields
{
    /// <summary>S2; dollars, the highest step first.</summary>
    public PropertyValueFields? PropertyValue { get; init; }

    /// <summary>S3.</summary>
    public LocationFields? Location { get; init; }

    /// <summary>S4; dollars of property value, the highest step first.</summary>
    public IncomeFields? Income { get; init; }

    /// <summary>S5.</summary>
    public EngagementFields? Engagement { get; init; }

    /// <summary>S6; minutes, the fewest first.</summary>
    public ResponseTimeFields? ResponseTime { get; init; }

    /// <summary>S7; the most first.</summary>
    public InteractionFields? Interactions { get; init; }

    /// <summary>S8.</summary>
    public BantFields? Bant { get; init; }

    /// <summary>S9: from which score on; below cool a lead is cold.</summary>
    public BandFields? Bands { get; init; }

    internal static ScoringRulesFields Of(ScoringRules rules) => new()
    {
        PropertyValue = new(Of(rules.PropertyValue.Steps), rules.PropertyValue.OtherPoints),
        Location = new(rules.Location.PremiumPoints, rules.Location.TargetPoints, rules.Location.OtherPoints, rules.Location.PremiumZips, rules.Location.TargetZips),
        Income = new(Of(rules.Income.Steps), rules.Income.PremiumAreaPoints, rules.Income.Cap),
        Engagement = new(rules.Engagement.Sources.OrderBy(s => s.Key).ToDictionary(s => WireName.Of(s.Key), s => (int?)s.Value), rules.Engagement.AdvancedPoints, rules.Engagement.Cap),
        ResponseTime = new(Of(rules.ResponseTime.Steps), rules.ResponseTime.LaterPoints),
        Interactions = new(Of(rules.Interactions.Steps), rules.Interactions.NonePoints),
        Bant = new(
            rules.Bant.BudgetConfirmedPoints, Of(rules.Bant.BudgetSteps), rules.Bant.ValuablePropertyFrom, rules.Bant.ValuablePropertyPoints, rules.Bant.NoBudgetPoints,
            rules.Bant.DecisionMakerPoints, rules.Bant.OtherAuthorityPoints, Of(rules.Bant.Need), Of(rules.Bant.Timeline), rules.Bant.Cap),
        Bands = new(rules.Bands.Hot, rules.Bands.Warm, rules.Bands.Cool),
    };

    private static ScoreStepFields[] Of(IReadOnlyList<ScoreStep> steps) => [.. steps.Select(s => new ScoreStepFields(s.Limit, s.Points))];

    private static UrgencyFields Of(UrgencyPoints points) => new(points.Immediate, points.WithinThreeMonths, points.WithinSixMonths, points.Other);
}

/// <param name="Limit">From this value on; of response times within so many minutes.</param>
public sealed record ScoreStepFields(int? Limit, int? Points);

/// <param name="OtherPoints">Below the lowest step, and not known.</param>
public sealed record PropertyValueFields(IReadOnlyList<ScoreStepFields?>? Steps, int? OtherPoints);

/// <param name="PremiumZips">Five digits each.</param>
/// <param name="TargetZips">Five digits each, none of them premium.</param>
public sealed record LocationFields(int? PremiumPoints, int? TargetPoints, int? OtherPoints, IReadOnlyList<string?>? PremiumZips, IReadOnlyList<string?>? TargetZips);

/// <param name="PremiumAreaPoints">More, in the premium area.</param>
/// <param name="Cap">Both together at most.</param>
public sealed record IncomeFields(IReadOnlyList<ScoreStepFields?>? Steps, int? PremiumAreaPoints, int? Cap);

/// <param name="Sources">Points of every source by its name.</param>
/// <param name="AdvancedPoints">More, once the lead is qualified, has an appointment or was inspected.</param>
/// <param name="Cap">Both together at most.</param>
public sealed record EngagementFields(IReadOnlyDictionary<string, int?>? Sources, int? AdvancedPoints, int? Cap);

/// <param name="LaterPoints">Later than the last step, and while there is no answer.</param>
public sealed record ResponseTimeFields(IReadOnlyList<ScoreStepFields?>? Steps, int? LaterPoints);

public sealed record InteractionFields(IReadOnlyList<ScoreStepFields?>? Steps, int? NonePoints);

/// <param name="BudgetSteps">Dollars that the person would spend at least, the highest first.</param>
/// <param name="ValuablePropertyFrom">Dollars; where no budget is named, such a property suggests one.</param>
/// <param name="Cap">All together at most.</param>
public sealed record BantFields(
    int? BudgetConfirmedPoints, IReadOnlyList<ScoreStepFields?>? BudgetSteps, int? ValuablePropertyFrom, int? ValuablePropertyPoints, int? NoBudgetPoints,
    int? DecisionMakerPoints, int? OtherAuthorityPoints, UrgencyFields? Need, UrgencyFields? Timeline, int? Cap);

public sealed record UrgencyFields(int? Immediate, int? WithinThreeMonths, int? WithinSixMonths, int? Other);

public sealed record BandFields(int? Hot, int? Warm, int? Cool);
