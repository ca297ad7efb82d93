using System.Globalization;
using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Leads.Application.Scoring;

namespace IswitchRoofs.Host.Areas.Leads.Pages.Settings;

/// <summary>A rule set as lines that people read and fill in, each under the name that the API has for it.</summary>
internal static class ScoringSheet
{
    public static IReadOnlyList<SheetGroup> Of(ScoringRulesFields rules)
    {
        var (value, location, income, engagement, bant) = (rules.PropertyValue!, rules.Location!, rules.Income!, rules.Engagement!, rules.Bant!);
        return
        [
            new("House and area, up to 55 points together",
            [
                new("Property value", [Points("property_value.other_points", "Below, or not known", value.OtherPoints)]) { Steps = new("property_value.steps", "From $", value.Steps!) },
                new("Location",
                [
                    Points("location.premium_points", "Premium area", location.PremiumPoints), Points("location.target_points", "Target area", location.TargetPoints),
                    Points("location.other_points", "Elsewhere, or not known", location.OtherPoints),
                ])
                {
                    Zips = [new("location.premium_zips", "ZIP codes of the premium area", location.PremiumZips!), new("location.target_zips", "ZIP codes of the target area", location.TargetZips!)],
                },
                new("Income, guessed from the property", [Points("income.premium_area_points", "Premium area, more", income.PremiumAreaPoints), Points("income.cap", "At most", income.Cap)])
                {
                    Steps = new("income.steps", "From $", income.Steps!),
                },
            ]),
            new("Behaviour, up to 35 points together",
            [
                new("Engagement, by source",
                [
                    .. engagement.Sources!.Select(s => Points($"engagement.sources.{s.Key}", Words.Of(s.Key), s.Value)),
                    Points("engagement.advanced_points", "Qualified, booked or inspected, more", engagement.AdvancedPoints), Points("engagement.cap", "At most", engagement.Cap),
                ]),
                new("Our answer", [Points("response_time.later_points", "Later, or none yet", rules.ResponseTime!.LaterPoints)]) { Steps = new("response_time.steps", "Within minutes", rules.ResponseTime.Steps!) },
                new("Conversations", [Points("interactions.none_points", "None", rules.Interactions!.NonePoints)]) { Steps = new("interactions.steps", "From", rules.Interactions.Steps!) },
            ]),
            new("Budget and need, counted up to the cap",
            [
                new("Budget",
                [
                    Points("bant.budget_confirmed_points", "Confirmed", bant.BudgetConfirmedPoints), new("bant.valuable_property_from", "None named, but a property from $", bant.ValuablePropertyFrom),
                    Points("bant.valuable_property_points", "Such a property", bant.ValuablePropertyPoints), Points("bant.no_budget_points", "No budget known", bant.NoBudgetPoints),
                ])
                {
                    Steps = new("bant.budget_steps", "From $", bant.BudgetSteps!),
                },
                new("Authority", [Points("bant.decision_maker_points", "Decision maker", bant.DecisionMakerPoints), Points("bant.other_authority_points", "Not known", bant.OtherAuthorityPoints)]),
                new("Need", Urgency("bant.need", bant.Need!)),
                new("Timeline", Urgency("bant.timeline", bant.Timeline!)),
                new("All four", [Points("bant.cap", "At most, 10 or less", bant.Cap)]),
            ]),
            new("Temperature, by the score",
            [
                new("Bands", [Points("bands.hot", "Hot from", rules.Bands!.Hot), Points("bands.warm", "Warm from", rules.Bands.Warm), Points("bands.cool", "Cool from", rules.Bands.Cool)]),
            ]),
        ];
    }

    /// <summary>What was typed; whatever is no whole number is told to <paramref name="wrong"/> and left out.</summary>
    public static ScoringRulesFields Read(IFormCollection form, Action<string, string> wrong)
    {
        return new ScoringRulesFields
        {
            PropertyValue = new(Steps("property_value.steps"), Number("property_value.other_points")),
            Location = new(
                Number("location.premium_points"), Number("location.target_points"), Number("location.other_points"), Zips("location.premium_zips"), Zips("location.target_zips")),
            Income = new(Steps("income.steps"), Number("income.premium_area_points"), Number("income.cap")),
            Engagement = new(
                form.Keys.Where(k => k.StartsWith("engagement.sources.", StringComparison.Ordinal)).ToDictionary(k => k["engagement.sources.".Length..], Number),
                Number("engagement.advanced_points"), Number("engagement.cap")),
            ResponseTime = new(Steps("response_time.steps"), Number("response_time.later_points")),
            Interactions = new(Steps("interactions.steps"), Number("interactions.none_points")),
            Bant = new(
                Number("bant.budget_confirmed_points"), Steps("bant.budget_steps"), Number("bant.valuable_property_from"), Number("bant.valuable_property_points"),
                Number("bant.no_budget_points"), Number("bant.decision_maker_points"), Number("bant.other_authority_points"), Urgency("bant.need"), Urgency("bant.timeline"), Number("bant.cap")),
            Bands = new(Number("bands.hot"), Number("bands.warm"), Number("bands.cool")),
        };

        int? Number(string name)
        {
            var typed = form[name].ToString().Trim();
            if (typed.Length == 0) return null;
            if (int.TryParse(typed, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
            wrong(name, "must be a whole number.");
            return null;
        }

        // A row that was emptied is a step less.
        List<ScoreStepFields?> Steps(string name)
        {
            var steps = new List<ScoreStepFields?>();
            for (var i = 0; form.ContainsKey($"{name}[{i}].limit"); i++)
                if (new ScoreStepFields(Number($"{name}[{i}].limit"), Number($"{name}[{i}].points")) is var step && step is not { Limit: null, Points: null })
                    steps.Add(step);
            return steps;
        }

        string[] Zips(string name) => form[name].ToString().Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

        UrgencyFields Urgency(string name) => new(Number($"{name}.immediate"), Number($"{name}.within_three_months"), Number($"{name}.within_six_months"), Number($"{name}.other"));
    }

    /// <summary>What a version changed, as the pages of the audit log show it.</summary>
    public static IReadOnlyList<AuditChange> Differences(ScoringRulesFields before, ScoringRulesFields after)
    {
        var (old, now) = (Texts(before), Texts(after));
        return
        [
            .. old.Keys.Union(now.Keys).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name))
                .Select(name => new AuditChange(name, old.GetValueOrDefault(name) ?? Words.None, now.GetValueOrDefault(name) ?? Words.None)),
        ];
    }

    private static Dictionary<string, string> Texts(ScoringRulesFields rules)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Of(rules).SelectMany(g => g.Parts))
        {
            if (part.Steps is { } steps) texts[$"{part.Title}, steps"] = string.Join("; ", steps.Rows.Select(s => $"{Formats.Number(s!.Limit)}: {s.Points}"));
            foreach (var line in part.Lines) texts[$"{part.Title}, {Lower(line.Label)}"] = Formats.Number(line.Value);
            foreach (var zips in part.Zips) texts[zips.Label] = string.Join(' ', zips.Zips);
        }

        return texts;
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static SheetLine[] Urgency(string name, UrgencyFields points) =>
    [
        Points($"{name}.immediate", "At once", points.Immediate), Points($"{name}.within_three_months", "Within three months", points.WithinThreeMonths),
        Points($"{name}.within_six_months", "Within six months", points.WithinSixMonths), Points($"{name}.other", "Later, or not known", points.Other),
    ];

    private static SheetLine Points(string name, string label, int? value) => new(name, label, value);
}

internal sealed record SheetGroup(string Title, IReadOnlyList<SheetPart> Parts);

internal sealed record SheetPart(string Title, IReadOnlyList<SheetLine> Lines)
{
    public SheetSteps? Steps { get; init; }

    public IReadOnlyList<SheetZips> Zips { get; init; } = [];
}

/// <param name="Name">As the API calls it, <c>bands.hot</c>.</param>
internal sealed record SheetLine(string Name, string Label, int? Value);

internal sealed record SheetSteps(string Name, string Limit, IReadOnlyList<ScoreStepFields?> Rows);

internal sealed record SheetZips(string Name, string Label, IReadOnlyList<string?> Zips);
