using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Scoring;

/// <summary>The one check of a rule set: a score made by what passes is 0 to 100, and no section weighs more than S1 lets it.</summary>
internal sealed class ScoringRulesCheck(Validation check)
{
    private const int MostSteps = 8;
    private const int MostZips = 2_000;
    private const int MostDollars = 1_000_000_000;
    private const int MostMinutes = 100_000;
    private const int MostInteractions = 1_000;

    /// <returns>Not to be used when anything was found wrong.</returns>
    public ScoringRules Check(ScoringRulesFields fields)
    {
        var rules = new ScoringRules(
            PropertyValue(fields.PropertyValue), Location(fields.Location), Income(fields.Income), Engagement(fields.Engagement),
            ResponseTime(fields.ResponseTime), Interactions(fields.Interactions), Bant(fields.Bant), Bands(fields.Bands));
        if (check.Failed) return rules;

        var most = rules.Maxima;
        Section("property_value", "Property value, location and income", most.PropertyValue + most.Location + most.Income, ScoringRules.LargestDemographics);
        Section("engagement", "Engagement, response time and interactions", most.Engagement + most.ResponseTime + most.Interactions, ScoringRules.LargestBehavioral);
        return rules;
    }

    private PropertyValueRules PropertyValue(PropertyValueFields? fields)
    {
        const string Name = "property_value";
        if (fields is null) return Missing(Name, ScoringRules.Standard.PropertyValue);
        return new(
            Steps($"{Name}.steps", fields.Steps, MostDollars, ScoringRules.LargestDemographics, rising: false),
            Points($"{Name}.other_points", fields.OtherPoints, ScoringRules.LargestDemographics));
    }

    private LocationRules Location(LocationFields? fields)
    {
        const string Name = "location";
        if (fields is null) return Missing(Name, ScoringRules.Standard.Location);
        var (premium, target) = (Zips($"{Name}.premium_zips", fields.PremiumZips), Zips($"{Name}.target_zips", fields.TargetZips));
        var both = premium.Intersect(target, StringComparer.Ordinal).ToArray();
        if (both.Length > 0) check.Add($"{Name}.target_zips", $"{string.Join(", ", both.Take(5))}: in the premium area already.");
        return new(
            Points($"{Name}.premium_points", fields.PremiumPoints, ScoringRules.LargestDemographics), Points($"{Name}.target_points", fields.TargetPoints, ScoringRules.LargestDemographics),
            Points($"{Name}.other_points", fields.OtherPoints, ScoringRules.LargestDemographics), premium, target);
    }

    private IncomeRules Income(IncomeFields? fields)
    {
        const string Name = "income";
        if (fields is null) return Missing(Name, ScoringRules.Standard.Income);
        return new(
            Steps($"{Name}.steps", fields.Steps, MostDollars, ScoringRules.LargestDemographics, rising: false),
            Points($"{Name}.premium_area_points", fields.PremiumAreaPoints, ScoringRules.LargestDemographics), Points($"{Name}.cap", fields.Cap, ScoringRules.LargestDemographics));
    }

    private EngagementRules Engagement(EngagementFields? fields)
    {
        const string Name = "engagement";
        if (fields is null) return Missing(Name, ScoringRules.Standard.Engagement);
        var given = fields.Sources ?? new Dictionary<string, int?>();
        foreach (var name in given.Keys.Where(name => !WireName.TryParse<LeadSource>(name, out _))) check.Add($"{Name}.sources", $"'{name}' is no source.");
        var sources = Enum.GetValues<LeadSource>().ToDictionary(
            source => source, source => Points($"{Name}.sources.{WireName.Of(source)}", given.GetValueOrDefault(WireName.Of(source)), ScoringRules.LargestBehavioral));
        return new(sources, Points($"{Name}.advanced_points", fields.AdvancedPoints, ScoringRules.LargestBehavioral), Points($"{Name}.cap", fields.Cap, ScoringRules.LargestBehavioral));
    }

    private ResponseTimeRules ResponseTime(ResponseTimeFields? fields)
    {
        const string Name = "response_time";
        if (fields is null) return Missing(Name, ScoringRules.Standard.ResponseTime);
        return new(
            Steps($"{Name}.steps", fields.Steps, MostMinutes, ScoringRules.LargestBehavioral, rising: true), Points($"{Name}.later_points", fields.LaterPoints, ScoringRules.LargestBehavioral));
    }

    private InteractionRules Interactions(InteractionFields? fields)
    {
        const string Name = "interactions";
        if (fields is null) return Missing(Name, ScoringRules.Standard.Interactions);
        return new(
            Steps($"{Name}.steps", fields.Steps, MostInteractions, ScoringRules.LargestBehavioral, rising: false), Points($"{Name}.none_points", fields.NonePoints, ScoringRules.LargestBehavioral));
    }

    private BantRules Bant(BantFields? fields)
    {
        const string Name = "bant";
        const int Most = ScoringRules.LargestBant;
        if (fields is null) return Missing(Name, ScoringRules.Standard.Bant);
        return new(
            Points($"{Name}.budget_confirmed_points", fields.BudgetConfirmedPoints, Most), Steps($"{Name}.budget_steps", fields.BudgetSteps, MostDollars, Most, rising: false),
            Number($"{Name}.valuable_property_from", fields.ValuablePropertyFrom, 1, MostDollars), Points($"{Name}.valuable_property_points", fields.ValuablePropertyPoints, Most),
            Points($"{Name}.no_budget_points", fields.NoBudgetPoints, Most), Points($"{Name}.decision_maker_points", fields.DecisionMakerPoints, Most),
            Points($"{Name}.other_authority_points", fields.OtherAuthorityPoints, Most), Urgency($"{Name}.need", fields.Need), Urgency($"{Name}.timeline", fields.Timeline),
            Points($"{Name}.cap", fields.Cap, Most));
    }

    private UrgencyPoints Urgency(string name, UrgencyFields? fields)
    {
        const int Most = ScoringRules.LargestBant;
        if (fields is null) return Missing(name, ScoringRules.Standard.Bant.Need);
        return new(
            Points($"{name}.immediate", fields.Immediate, Most), Points($"{name}.within_three_months", fields.WithinThreeMonths, Most),
            Points($"{name}.within_six_months", fields.WithinSixMonths, Most), Points($"{name}.other", fields.Other, Most));
    }

    private TemperatureBands Bands(BandFields? fields)
    {
        const string Name = "bands";
        if (fields is null) return Missing(Name, ScoringRules.Standard.Bands);
        var bands = new TemperatureBands(Points($"{Name}.hot", fields.Hot, 100), Points($"{Name}.warm", fields.Warm, 100), Points($"{Name}.cool", fields.Cool, 100));
        if (fields is { Hot: not null, Warm: not null } && bands.Warm >= bands.Hot) check.Add($"{Name}.warm", "must be below hot.");
        if (fields is { Warm: not null, Cool: not null } && bands.Cool >= bands.Warm) check.Add($"{Name}.cool", "must be below warm.");
        return bands;
    }

    private ScoreStep[] Steps(string name, IReadOnlyList<ScoreStepFields?>? steps, int mostLimit, int mostPoints, bool rising)
    {
        if (steps is not { Count: > 0 and <= MostSteps })
        {
            check.Add(name, $"must have 1 to {MostSteps} steps.");
            return [.. ScoringRules.Standard.PropertyValue.Steps];
        }

        var read = steps.Select((step, i) => new ScoreStep(
            Number($"{name}[{i}].limit", step?.Limit, 1, mostLimit), Points($"{name}[{i}].points", step?.Points, mostPoints))).ToArray();
        for (var i = 1; i < read.Length; i++)
            if (steps is { } && steps[i - 1]?.Limit is { } before && steps[i]?.Limit is { } limit && (rising ? limit <= before : limit >= before))
                check.Add($"{name}[{i}].limit", rising ? "must be above the one before." : "must be below the one before.");
        return read;
    }

    private string[] Zips(string name, IReadOnlyList<string?>? zips)
    {
        if (zips is null) check.Add(name, "is required.");
        var read = (zips ?? []).Select(z => z?.Trim() ?? "").Where(z => z.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var wrong = read.Where(z => z.Length != 5 || !z.All(char.IsAsciiDigit)).Take(3).ToArray();
        if (wrong.Length > 0) check.Add(name, $"{string.Join(", ", wrong.Select(z => z.Length > 20 ? $"{z[..20]}..." : z))}: five digits each.");
        if (read.Length > MostZips) check.Add(name, $"must have at most {MostZips} ZIP codes.");
        return read;
    }

    private int Points(string name, int? value, int most) => Number(name, value, 0, most);

    private int Number(string name, int? value, int least, int most)
    {
        if (value is null) check.Add(name, "is required.");
        return check.Range(name, value, least, most) ?? least;
    }

    private T Missing<T>(string name, T standIn)
    {
        check.Add(name, "is required.");
        return standIn;
    }

    private void Section(string field, string what, int reach, int most)
    {
        if (reach > most) check.Add(field, $"{what} may reach {most} points together, these reach {reach}.");
    }
}
