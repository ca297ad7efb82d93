namespace IswitchRoofs.Analytics.Domain.Kpis;

/// <summary>What a lead's status says about its way to a contract (K3, K5).</summary>
public static class Pipeline
{
    /// <summary>Ever won.</summary>
    public const int Won = 6;

    /// <summary>The funnel's steps in order; their index is the stage.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["leads", "contacted", "qualified", "appointment", "inspection", "quote", "won"];

    /// <summary>How far a status is on the way; lost and nurture add nothing to what was reached before.</summary>
    public static int StageOf(string status) => status switch
    {
        "contacted" => 1,
        "qualified" => 2,
        "appointment_scheduled" => 3,
        "inspection_completed" => 4,
        "quote_sent" or "negotiation" => 5,
        "won" => Won,
        _ => 0,
    };

    /// <summary>Chance in percent that an open lead becomes a contract; null when it is not open.</summary>
    public static int? ProbabilityOf(string status) => status switch
    {
        "new" => 5,
        "contacted" => 10,
        "qualified" => 25,
        "appointment_scheduled" => 40,
        "inspection_completed" => 50,
        "quote_sent" => 60,
        "negotiation" => 75,
        _ => null,
    };

    /// <summary>Estimated values weighted by their chance.</summary>
    public static decimal Weighted(IEnumerable<(string Status, decimal Value)> open) =>
        decimal.Round(open.Sum(lead => lead.Value * (ProbabilityOf(lead.Status) ?? 0) / 100m), 2, MidpointRounding.AwayFromZero);
}
