using System.Collections.Frozen;
using System.Globalization;
using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>The default rule set S1..S9: a pure function from what is known about a lead to its score.</summary>
public static class ScoringPolicy
{
    private static readonly CultureInfo Dollars = CultureInfo.GetCultureInfo("en-US");

    private static readonly FrozenSet<string> PremiumZips = new[]
    {
        "48009", "48012", "48025", "48067", "48301", "48302", "48304", "48236", "48230", "48306", "48309",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> TargetZips = new[]
    {
        "48075", "48084", "48098", "48167", "48103", "48105", "48108", "48331", "48334", "48335", "48187", "48188",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static ScoreBreakdown Score(ScoringInput lead) => new(
        PropertyValue(lead.PropertyValue),
        Location(lead.ZipCode),
        Income(lead.PropertyValue, lead.ZipCode),
        Engagement(lead.Source, lead.Status),
        ResponseTime(lead.ResponseMinutes),
        Interactions(lead.InteractionCount),
        Budget(lead),
        Authority(lead.IsDecisionMaker),
        Need(lead.Urgency),
        Timeline(lead.Urgency));

    // S2
    private static ScorePart PropertyValue(decimal? value) => value switch
    {
        >= 500_000 => new(30, $"A property worth {Money(value)} is in the top band (500,000 and more)."),
        >= 300_000 => new(20, $"A property worth {Money(value)} is in the upper band (300,000 to 499,999)."),
        >= 200_000 => new(10, $"A property worth {Money(value)} is in the middle band (200,000 to 299,999)."),
        > 0 => new(5, $"A property worth {Money(value)} is below 200,000."),
        _ => new(5, "The property's value is not known yet."),
    };

    // S3
    private static ScorePart Location(string? zip) => Area(zip) switch
    {
        ServiceArea.Premium => new(10, $"ZIP {zip} is in our premium area."),
        ServiceArea.Target => new(7, $"ZIP {zip} is in our target area."),
        _ when zip is null => new(3, "The ZIP code is not known yet."),
        _ => new(3, $"ZIP {zip} is outside our premium and target areas."),
    };

    // S4
    private static ScorePart Income(decimal? value, string? zip)
    {
        var fromValue = value switch { >= 500_000 => 10, >= 300_000 => 5, _ => 0 };
        var fromArea = Area(zip) == ServiceArea.Premium ? 5 : 0;
        return new(Math.Min(15, fromValue + fromArea), (fromValue, fromArea) switch
        {
            (0, 0) => "Nothing points to a high income yet.",
            (0, _) => "A premium area suggests a high income.",
            (_, 0) => "The property's value suggests a good income.",
            _ => "The property's value and the premium area suggest a high income.",
        });
    }

    // S5
    private static ScorePart Engagement(LeadSource? source, LeadStatus status)
    {
        var bySource = source switch
        {
            LeadSource.WebsiteForm or LeadSource.PhoneInquiry => 15,
            LeadSource.EmailInquiry or LeadSource.RepeatCustomer => 14,
            LeadSource.Referral => 13,
            LeadSource.GoogleLsa or LeadSource.GoogleAds => 12,
            LeadSource.PartnerReferral or LeadSource.StormResponse => 11,
            LeadSource.OrganicSearch => 10,
            LeadSource.FacebookAds => 9,
            LeadSource.DoorToDoor => 6,
            _ => 0,
        };
        var advanced = status is LeadStatus.Qualified or LeadStatus.AppointmentScheduled or LeadStatus.InspectionCompleted;
        var origin = source is { } known ? $"Leads from {SharedKernel.Results.WireName.Of(known).Replace('_', ' ')} engage with {bySource} of 15 points" : "The source is not known yet";
        return new(Math.Min(15, bySource + (advanced ? 3 : 0)), advanced ? $"{origin}; being qualified or further adds 3." : $"{origin}.");
    }

    // S6
    private static ScorePart ResponseTime(int? minutes) => minutes switch
    {
        null => new(1, "Nobody has responded yet: respond within two minutes for full points."),
        <= 2 => new(10, "Responded within two minutes."),
        <= 5 => new(9, "Responded within five minutes."),
        <= 15 => new(7, "Responded within a quarter of an hour."),
        <= 60 => new(5, "Responded within an hour."),
        <= 1440 => new(3, "Responded within a day."),
        _ => new(1, "The response took more than a day."),
    };

    // S7
    private static ScorePart Interactions(int count) => count switch
    {
        <= 0 => new(0, "No conversation yet."),
        <= 2 => new(3, $"{count} of 10 interactions."),
        <= 4 => new(5, $"{count} of 10 interactions."),
        <= 9 => new(7, $"{count} of 10 interactions."),
        _ => new(10, $"{count} interactions: a lively conversation."),
    };

    // S8
    private static ScorePart Budget(ScoringInput lead) => lead switch
    {
        { BudgetConfirmed: true } => new(8, "The budget is confirmed."),
        { BudgetMin: >= 15_000 } => new(6, $"The budget starts at {Money(lead.BudgetMin)}."),
        { BudgetMin: >= 8_000 } => new(4, $"The budget starts at {Money(lead.BudgetMin)}."),
        { PropertyValue: >= 300_000 } => new(3, "No budget named, but the property's value suggests one."),
        _ => new(0, "No budget of 8,000 or more is known."),
    };

    private static ScorePart Authority(bool isDecisionMaker) => isDecisionMaker
        ? new(7, "Talks to us with the right to decide.")
        : new(1, "It is not known to be the decision maker.");

    private static ScorePart Need(Urgency? urgency) => urgency switch
    {
        Urgency.Immediate => new(5, "Needs the work now."),
        Urgency.OneToThreeMonths => new(3, "Needs the work within three months."),
        Urgency.ThreeToSixMonths => new(2, "Needs the work within six months."),
        _ => new(1, "No urgent need yet."),
    };

    private static ScorePart Timeline(Urgency? urgency) => urgency switch
    {
        Urgency.Immediate => new(5, "Wants to start at once."),
        Urgency.OneToThreeMonths => new(3, "Wants to start within three months."),
        Urgency.ThreeToSixMonths => new(1, "Wants to start within six months."),
        _ => new(0, "No start in sight yet."),
    };

    private static ServiceArea Area(string? zip)
    {
        if (zip is not { Length: >= 5 }) return ServiceArea.Other;
        var firstFive = zip[..5];
        return PremiumZips.Contains(firstFive) ? ServiceArea.Premium : TargetZips.Contains(firstFive) ? ServiceArea.Target : ServiceArea.Other;
    }

    private static string Money(decimal? value) => value!.Value.ToString("C0", Dollars);

    private enum ServiceArea
    {
        Other,
        Target,
        Premium,
    }
}
