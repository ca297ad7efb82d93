namespace IswitchRoofs.Analytics.Domain.Kpis;

/// <summary>How many leads ever reached each step (K5).</summary>
public static class Funnel
{
    private const decimal Bottleneck = 50m;
    private const decimal Severe = 25m;

    /// <param name="furthest">Leads by the furthest stage that each reached.</param>
    public static IReadOnlyList<FunnelStep> Of(IReadOnlyDictionary<int, int> furthest)
    {
        var steps = new List<FunnelStep>();
        int? before = null;
        for (var stage = 0; stage < Pipeline.Stages.Count; stage++)
        {
            var count = furthest.Where(f => f.Key >= stage).Sum(f => f.Value);
            var rate = before is { } whole ? Ratio.Percent(count, whole) : null;
            steps.Add(new FunnelStep(Pipeline.Stages[stage], count, rate, before, SeverityOf(rate)));
            before = count;
        }

        return steps;
    }

    /// <summary>The step that loses most: the first of the lowest rates that count as a bottleneck.</summary>
    public static FunnelStep? WorstOf(IReadOnlyList<FunnelStep> steps) =>
        steps.Where(s => s.Bottleneck is not null).MinBy(s => s.Rate);

    private static string? SeverityOf(decimal? rate) => rate switch
    {
        < Severe => "high",
        < Bottleneck => "medium",
        _ => null,
    };
}

/// <param name="Rate">Percent of the step before; null for the first step and when nobody reached the one before.</param>
/// <param name="Of">What the rate is a percentage of.</param>
/// <param name="Bottleneck">Null, <c>medium</c> under 50 %, <c>high</c> under 25 %.</param>
public sealed record FunnelStep(string Stage, int Count, decimal? Rate, int? Of, string? Bottleneck);
