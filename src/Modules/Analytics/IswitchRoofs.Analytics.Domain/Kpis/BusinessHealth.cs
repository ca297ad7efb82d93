namespace IswitchRoofs.Analytics.Domain.Kpis;

/// <summary>One number from 0 to 100 for how the business does (K8), never shown without its parts.</summary>
public sealed record BusinessHealth(decimal Score, IReadOnlyList<HealthPart> Parts)
{
    /// <param name="responseSeconds">Median first response; null when nobody was answered.</param>
    public static BusinessHealth Of(decimal? responseSeconds, decimal? conversionPercent, decimal revenue, decimal? deal, Targets targets, int days)
    {
        var revenueTarget = targets.RevenueOf(days);
        HealthPart[] parts =
        [
            new("response", 0.2m, Faster(responseSeconds, targets.ResponseSeconds), responseSeconds, targets.ResponseSeconds),
            new("conversion", 0.3m, More(conversionPercent, targets.ConversionPercent), conversionPercent, targets.ConversionPercent),
            new("revenue", 0.3m, More(revenue, revenueTarget), revenue, revenueTarget),
            new("deal", 0.2m, More(deal, targets.Deal), deal, targets.Deal),
        ];
        return new BusinessHealth(decimal.Round(parts.Sum(p => p.Weight * p.Score), 1, MidpointRounding.AwayFromZero), parts);
    }

    private static decimal More(decimal? achieved, decimal target) => achieved is not { } value ? 0 : Cap(value, target);

    // An answer in no time at all is as good as one on target.
    private static decimal Faster(decimal? actual, decimal target) => actual is not { } value ? 0 : value <= 0 ? 100 : Cap(target, value);

    private static decimal Cap(decimal achieved, decimal target) =>
        target <= 0 ? 100 : decimal.Round(Math.Clamp(achieved / target * 100m, 0m, 100m), 2, MidpointRounding.AwayFromZero);
}

/// <param name="Score">0..100.</param>
/// <param name="Achieved">Null when there is nothing to measure.</param>
public sealed record HealthPart(string Name, decimal Weight, decimal Score, decimal? Achieved, decimal Target);
