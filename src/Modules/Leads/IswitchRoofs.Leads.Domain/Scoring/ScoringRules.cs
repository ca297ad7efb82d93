using System.Collections.Frozen;
using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>Every number and list of S2..S9, as an admin may set them (S12). What sections may weigh at most (S1) is fixed.</summary>
public sealed record ScoringRules(
    PropertyValueRules PropertyValue,
    LocationRules Location,
    IncomeRules Income,
    EngagementRules Engagement,
    ResponseTimeRules ResponseTime,
    InteractionRules Interactions,
    BantRules Bant,
    TemperatureBands Bands)
{
    /// <summary>The rules that come with the program are the first version; saved ones follow.</summary>
    public const int StandardVersion = 1;

    /// <summary>Of demographics: property value, location and income (S1).</summary>
    public const int LargestDemographics = 55;

    /// <summary>Of behaviour: engagement, first response and interactions (S1).</summary>
    public const int LargestBehavioral = 35;

    public const int LargestBant = 10;

    /// <summary>Which saved rule set it is; a lead remembers it with its score.</summary>
    [JsonIgnore]
    public int Version { get; init; } = StandardVersion;

    [JsonIgnore]
    public ScoreMaxima Maxima => new(
        PropertyValue.Largest, Location.Largest, Income.Largest, Engagement.Largest, ResponseTime.Largest, Interactions.Largest,
        Bant.LargestBudget, Bant.LargestAuthority, Bant.Need.Largest, Bant.Timeline.Largest);

    public static ScoringRules Standard { get; } = new(
        new PropertyValueRules([new(500_000, 30), new(300_000, 20), new(200_000, 10)], OtherPoints: 5),
        new LocationRules(
            PremiumPoints: 10, TargetPoints: 7, OtherPoints: 3,
            ["48009", "48012", "48025", "48067", "48301", "48302", "48304", "48236", "48230", "48306", "48309"],
            ["48075", "48084", "48098", "48167", "48103", "48105", "48108", "48331", "48334", "48335", "48187", "48188"]),
        new IncomeRules([new(500_000, 10), new(300_000, 5)], PremiumAreaPoints: 5, Cap: 15),
        new EngagementRules(
            new Dictionary<LeadSource, int>
            {
                [LeadSource.WebsiteForm] = 15, [LeadSource.GoogleLsa] = 12, [LeadSource.GoogleAds] = 12, [LeadSource.FacebookAds] = 9,
                [LeadSource.Referral] = 13, [LeadSource.DoorToDoor] = 6, [LeadSource.StormResponse] = 11, [LeadSource.OrganicSearch] = 10,
                [LeadSource.PhoneInquiry] = 15, [LeadSource.EmailInquiry] = 14, [LeadSource.PartnerReferral] = 11, [LeadSource.RepeatCustomer] = 14,
            },
            AdvancedPoints: 3, Cap: 15),
        new ResponseTimeRules([new(2, 10), new(5, 9), new(15, 7), new(60, 5), new(1_440, 3)], LaterPoints: 1),
        new InteractionRules([new(10, 10), new(5, 7), new(3, 5), new(1, 3)], NonePoints: 0),
        new BantRules(
            BudgetConfirmedPoints: 8, [new(15_000, 6), new(8_000, 4)], ValuablePropertyFrom: 300_000, ValuablePropertyPoints: 3, NoBudgetPoints: 0,
            DecisionMakerPoints: 7, OtherAuthorityPoints: 1, Need: new UrgencyPoints(5, 3, 2, 1), Timeline: new UrgencyPoints(5, 3, 1, 0), Cap: 10),
        new TemperatureBands(Hot: 80, Warm: 60, Cool: 40));
}

/// <param name="Limit">From this value on, or within so many minutes.</param>
public sealed record ScoreStep(int Limit, int Points);

internal static class ScoreSteps
{
    public static int Largest(this IReadOnlyList<ScoreStep> steps, int otherwise) => steps.Select(s => s.Points).Append(otherwise).Max();
}

/// <summary>The most that each part of the score can reach.</summary>
public sealed record ScoreMaxima(
    int PropertyValue, int Location, int Income, int Engagement, int ResponseTime, int Interactions, int Budget, int Authority, int Need, int Timeline);

/// <summary>S2, the highest step first.</summary>
public sealed record PropertyValueRules(IReadOnlyList<ScoreStep> Steps, int OtherPoints)
{
    internal int Largest => Steps.Largest(OtherPoints);
}

/// <summary>S3.</summary>
public sealed record LocationRules(int PremiumPoints, int TargetPoints, int OtherPoints, IReadOnlyList<string> PremiumZips, IReadOnlyList<string> TargetZips)
{
    private FrozenSet<string> _premium = SetOf(PremiumZips);
    private FrozenSet<string> _target = SetOf(TargetZips);

    public IReadOnlyList<string> PremiumZips { get; init => (field, _premium) = (value, SetOf(value)); } = PremiumZips;

    public IReadOnlyList<string> TargetZips { get; init => (field, _target) = (value, SetOf(value)); } = TargetZips;

    internal int Largest => Math.Max(PremiumPoints, Math.Max(TargetPoints, OtherPoints));

    internal ServiceArea AreaOf(string? zip)
    {
        if (zip is not { Length: >= 5 }) return ServiceArea.Other;
        var firstFive = zip[..5];
        return _premium.Contains(firstFive) ? ServiceArea.Premium : _target.Contains(firstFive) ? ServiceArea.Target : ServiceArea.Other;
    }

    private static FrozenSet<string> SetOf(IReadOnlyList<string> zips) => zips.ToFrozenSet(StringComparer.Ordinal);
}

internal enum ServiceArea
{
    Other,
    Target,
    Premium,
}

/// <summary>S4, guessed from the property's value and its area.</summary>
public sealed record IncomeRules(IReadOnlyList<ScoreStep> Steps, int PremiumAreaPoints, int Cap)
{
    internal int Largest => Math.Min(Cap, Steps.Largest(0) + PremiumAreaPoints);
}

/// <summary>S5.</summary>
/// <param name="AdvancedPoints">More, once the lead is qualified, booked or inspected.</param>
public sealed record EngagementRules(IReadOnlyDictionary<LeadSource, int> Sources, int AdvancedPoints, int Cap)
{
    internal int Largest => Math.Min(Cap, Sources.Values.Max() + AdvancedPoints);
}

/// <summary>S6, the fewest minutes first.</summary>
/// <param name="LaterPoints">For later answers, and while there is none.</param>
public sealed record ResponseTimeRules(IReadOnlyList<ScoreStep> Steps, int LaterPoints)
{
    internal int Largest => Steps.Largest(LaterPoints);
}

/// <summary>S7, the most first.</summary>
public sealed record InteractionRules(IReadOnlyList<ScoreStep> Steps, int NonePoints)
{
    internal int Largest => Steps.Largest(NonePoints);
}

/// <summary>S8.</summary>
/// <param name="BudgetSteps">By the least that the person would spend, the highest first.</param>
/// <param name="ValuablePropertyFrom">Where no budget is named, a property worth this suggests one.</param>
public sealed record BantRules(
    int BudgetConfirmedPoints, IReadOnlyList<ScoreStep> BudgetSteps, int ValuablePropertyFrom, int ValuablePropertyPoints, int NoBudgetPoints,
    int DecisionMakerPoints, int OtherAuthorityPoints, UrgencyPoints Need, UrgencyPoints Timeline, int Cap)
{
    internal int LargestBudget => Math.Max(BudgetSteps.Largest(BudgetConfirmedPoints), Math.Max(ValuablePropertyPoints, NoBudgetPoints));

    internal int LargestAuthority => Math.Max(DecisionMakerPoints, OtherAuthorityPoints);
}

/// <param name="Other">Planning ahead, or not known.</param>
public sealed record UrgencyPoints(int Immediate, int WithinThreeMonths, int WithinSixMonths, int Other)
{
    internal int Largest => Math.Max(Math.Max(Immediate, WithinThreeMonths), Math.Max(WithinSixMonths, Other));

    internal int Of(Urgency? urgency) => urgency switch
    {
        Urgency.Immediate => Immediate,
        Urgency.OneToThreeMonths => WithinThreeMonths,
        Urgency.ThreeToSixMonths => WithinSixMonths,
        _ => Other,
    };
}

/// <summary>S9: from which score on a lead is hot, warm or cool; below it is cold.</summary>
public sealed record TemperatureBands(int Hot, int Warm, int Cool)
{
    public Temperature Of(int score) => score >= Hot ? Temperature.Hot : score >= Warm ? Temperature.Warm : score >= Cool ? Temperature.Cool : Temperature.Cold;
}
