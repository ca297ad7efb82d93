using IswitchRoofs.Leads.Domain.Leads;

namespace IswitchRoofs.Leads.Domain.Scoring;

/// <summary>One part of the score and the sentence that explains it to a salesperson (S10).</summary>
public readonly record struct ScorePart(int Points, string Reason);

/// <summary>The score and where it comes from (S1..S10).</summary>
/// <param name="Rules">That it was made by.</param>
public sealed record ScoreBreakdown(
    ScorePart PropertyValue,
    ScorePart Location,
    ScorePart Income,
    ScorePart Engagement,
    ScorePart ResponseTime,
    ScorePart Interactions,
    ScorePart Budget,
    ScorePart Authority,
    ScorePart Need,
    ScorePart Timeline,
    ScoringRules Rules)
{
    /// <summary>0..55.</summary>
    public int Demographics => PropertyValue.Points + Location.Points + Income.Points;

    /// <summary>0..35.</summary>
    public int Behavioral => Engagement.Points + ResponseTime.Points + Interactions.Points;

    /// <summary>0..10: budget, authority, need and timeline together, capped (S8).</summary>
    public int Bant => Math.Min(Rules.Bant.Cap, Budget.Points + Authority.Points + Need.Points + Timeline.Points);

    public int Total => Math.Clamp(Demographics + Behavioral + Bant, 0, 100);

    public Temperature Temperature => Rules.Bands.Of(Total);
}
