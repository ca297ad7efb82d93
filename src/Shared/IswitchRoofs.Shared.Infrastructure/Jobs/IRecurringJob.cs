namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>
/// Work that is due by the clock. One host at a time runs it; when that host dies halfway another one runs it again, so
/// what it does must bear repeating.
/// </summary>
public interface IRecurringJob
{
    Task<JobOutcome> RunAsync(CancellationToken ct);
}

/// <param name="Counts">What was done and how often; empty when nothing was due.</param>
public sealed record JobOutcome(IReadOnlyDictionary<string, int> Counts)
{
    public static JobOutcome Nothing { get; } = new(new Dictionary<string, int>());

    public static JobOutcome Of(string what, int count) => Of((what, count));

    /// <summary>Leaves out what did not happen.</summary>
    public static JobOutcome Of(params (string What, int Count)[] counts) =>
        new(counts.Where(c => c.Count > 0).ToDictionary(c => c.What, c => c.Count, StringComparer.Ordinal));
}
