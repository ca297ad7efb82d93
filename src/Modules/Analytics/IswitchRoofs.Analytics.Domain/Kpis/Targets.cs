namespace IswitchRoofs.Analytics.Domain.Kpis;

/// <summary>What the company wants to reach (K1).</summary>
public sealed record Targets
{
    private const decimal DaysPerMonth = 365.25m / 12m;

    public int ResponseSeconds { get; init; } = 120;

    public decimal ConversionPercent { get; init; } = 25m;

    public decimal Deal { get; init; } = 45_000m;

    public decimal Satisfaction { get; init; } = 4.5m;

    public decimal MonthlyRevenue { get; init; } = 1_000_000m;

    public decimal GrowthPercent { get; init; } = 10m;

    /// <summary>The monthly revenue's share of so many days.</summary>
    public decimal RevenueOf(int days) => decimal.Round(MonthlyRevenue * days / DaysPerMonth, 2, MidpointRounding.AwayFromZero);
}
