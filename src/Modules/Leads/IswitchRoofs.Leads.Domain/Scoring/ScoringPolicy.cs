using System.Globalization;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>S1..S9: a pure function from what is known about a lead, and a rule set, to its score. The sentences name the rule set's numbers.</summary>
public static class ScoringPolicy
{
    private static readonly CultureInfo Dollars = CultureInfo.GetCultureInfo("en-US");
    private static readonly string[] SmallNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] ValueBands = ["top", "upper", "middle"];

    public static ScoreBreakdown Score(ScoringInput lead, ScoringRules rules)
    {
        var area = rules.Location.AreaOf(lead.ZipCode);
        return new(
            PropertyValue(lead.PropertyValue, rules.PropertyValue),
            Location(lead.ZipCode, area, rules.Location),
            Income(lead.PropertyValue, area, rules.Income),
            Engagement(lead.Source, lead.Status, rules.Engagement),
            ResponseTime(lead.ResponseMinutes, rules.ResponseTime),
            Interactions(lead.InteractionCount, rules.Interactions),
            Budget(lead, rules.Bant),
            Authority(lead.IsDecisionMaker, rules.Bant),
            Need(lead.Urgency, rules.Bant.Need),
            Timeline(lead.Urgency, rules.Bant.Timeline),
            rules);
    }

    // S2
    private static ScorePart PropertyValue(decimal? value, PropertyValueRules rules)
    {
        if (value is not > 0) return new(rules.OtherPoints, "The property's value is not known yet.");
        var index = StepFrom(rules.Steps, value.Value);
        if (index < 0) return new(rules.OtherPoints, $"A property worth {Money(value)} is below {Number(rules.Steps[^1].Limit)}.");
        var step = rules.Steps[index];
        var range = index == 0 ? $"{Number(step.Limit)} and more" : $"{Number(step.Limit)} to {Number(rules.Steps[index - 1].Limit - 1)}";
        return new(step.Points, $"A property worth {Money(value)} is in the {(index < ValueBands.Length ? ValueBands[index] : "lower")} band ({range}).");
    }

    // S3
    private static ScorePart Location(string? zip, ServiceArea area, LocationRules rules) => area switch
    {
        ServiceArea.Premium => new(rules.PremiumPoints, $"ZIP {zip} is in our premium area."),
        ServiceArea.Target => new(rules.TargetPoints, $"ZIP {zip} is in our target area."),
        _ when zip is null => new(rules.OtherPoints, "The ZIP code is not known yet."),
        _ => new(rules.OtherPoints, $"ZIP {zip} is outside our premium and target areas."),
    };

    // S4
    private static ScorePart Income(decimal? value, ServiceArea area, IncomeRules rules)
    {
        var index = StepFrom(rules.Steps, value ?? 0);
        var fromValue = index < 0 ? 0 : rules.Steps[index].Points;
        var fromArea = area == ServiceArea.Premium ? rules.PremiumAreaPoints : 0;
        return new(Math.Min(rules.Cap, fromValue + fromArea), (fromValue, fromArea) switch
        {
            (0, 0) => "Nothing points to a high income yet.",
            (0, _) => "A premium area suggests a high income.",
            (_, 0) => "The property's value suggests a good income.",
            _ => "The property's value and the premium area suggest a high income.",
        });
    }

    // S5
    private static ScorePart Engagement(LeadSource? source, LeadStatus status, EngagementRules rules)
    {
        var bySource = source is { } from ? rules.Sources.GetValueOrDefault(from) : 0;
        var advanced = status is LeadStatus.Qualified or LeadStatus.AppointmentScheduled or LeadStatus.InspectionCompleted;
        var origin = source is { } known ? $"Leads from {WireName.Of(known).Replace('_', ' ')} engage with {bySource} of {rules.Cap} points" : "The source is not known yet";
        return new(Math.Min(rules.Cap, bySource + (advanced ? rules.AdvancedPoints : 0)), advanced ? $"{origin}; being qualified or further adds {rules.AdvancedPoints}." : $"{origin}.");
    }

    // S6
    private static ScorePart ResponseTime(int? minutes, ResponseTimeRules rules)
    {
        if (minutes is not { } took) return new(rules.LaterPoints, $"Nobody has responded yet: respond within {Duration(rules.Steps[0].Limit)} for full points.");
        foreach (var step in rules.Steps)
            if (took <= step.Limit) return new(step.Points, $"Responded within {Duration(step.Limit)}.");
        return new(rules.LaterPoints, $"The response took more than {Duration(rules.Steps[^1].Limit)}.");
    }

    // S7
    private static ScorePart Interactions(int count, InteractionRules rules)
    {
        if (count <= 0) return new(rules.NonePoints, "No conversation yet.");
        var index = StepFrom(rules.Steps, count);
        return index == 0
            ? new(rules.Steps[0].Points, $"{count} interactions: a lively conversation.")
            : new(index < 0 ? rules.NonePoints : rules.Steps[index].Points, $"{count} of {rules.Steps[0].Limit} interactions.");
    }

    // S8
    private static ScorePart Budget(ScoringInput lead, BantRules rules)
    {
        if (lead.BudgetConfirmed) return new(rules.BudgetConfirmedPoints, "The budget is confirmed.");
        var index = StepFrom(rules.BudgetSteps, lead.BudgetMin ?? 0);
        if (index >= 0) return new(rules.BudgetSteps[index].Points, $"The budget starts at {Money(lead.BudgetMin)}.");
        return lead.PropertyValue >= rules.ValuablePropertyFrom
            ? new(rules.ValuablePropertyPoints, "No budget named, but the property's value suggests one.")
            : new(rules.NoBudgetPoints, $"No budget of {Number(rules.BudgetSteps[^1].Limit)} or more is known.");
    }

    private static ScorePart Authority(bool isDecisionMaker, BantRules rules) => isDecisionMaker
        ? new(rules.DecisionMakerPoints, "Talks to us with the right to decide.")
        : new(rules.OtherAuthorityPoints, "It is not known to be the decision maker.");

    private static ScorePart Need(Urgency? urgency, UrgencyPoints points) => new(points.Of(urgency), urgency switch
    {
        Urgency.Immediate => "Needs the work now.",
        Urgency.OneToThreeMonths => "Needs the work within three months.",
        Urgency.ThreeToSixMonths => "Needs the work within six months.",
        _ => "No urgent need yet.",
    });

    private static ScorePart Timeline(Urgency? urgency, UrgencyPoints points) => new(points.Of(urgency), urgency switch
    {
        Urgency.Immediate => "Wants to start at once.",
        Urgency.OneToThreeMonths => "Wants to start within three months.",
        Urgency.ThreeToSixMonths => "Wants to start within six months.",
        _ => "No start in sight yet.",
    });

    // The first, since the highest comes first.
    private static int StepFrom(IReadOnlyList<ScoreStep> steps, decimal value)
    {
        for (var i = 0; i < steps.Count; i++)
            if (value >= steps[i].Limit) return i;
        return -1;
    }

    private static string Money(decimal? value) => value!.Value.ToString("C0", Dollars);

    private static string Number(int value) => value.ToString("N0", Dollars);

    private static string Duration(int minutes) => minutes switch
    {
        15 => "a quarter of an hour",
        60 => "an hour",
        1_440 => "a day",
        _ when minutes % 1_440 == 0 => $"{Counted(minutes / 1_440)} days",
        _ when minutes % 60 == 0 => $"{Counted(minutes / 60)} hours",
        1 => "one minute",
        _ => $"{Counted(minutes)} minutes",
    };

    private static string Counted(int count) => count < SmallNumbers.Length ? SmallNumbers[count] : Number(count);
}
