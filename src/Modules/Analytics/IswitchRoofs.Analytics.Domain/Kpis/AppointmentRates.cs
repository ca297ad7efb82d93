namespace IswitchRoofs.Analytics.Domain.Kpis;

/// <summary>Completion, no-show and cancellation as count of total, in percent with two decimals (A10).</summary>
public sealed record AppointmentRates(int Total, int Completed, int NoShow, int Cancelled)
{
    public decimal? CompletionRate => Ratio.Percent(Completed, Total);

    public decimal? NoShowRate => Ratio.Percent(NoShow, Total);

    public decimal? CancellationRate => Ratio.Percent(Cancelled, Total);

    public static AppointmentRates Of(IReadOnlyDictionary<string, int> byStatus) => new(
        byStatus.Values.Sum(), byStatus.GetValueOrDefault("completed"), byStatus.GetValueOrDefault("no_show"), byStatus.GetValueOrDefault("cancelled"));
}
