namespace IswitchRoofs.Analytics.Domain.Kpis;

/// <summary>
/// First responses counted by length. Exact to ten seconds in the first ten minutes, to a minute in the first day, to
/// an hour beyond: finer than anybody reads, and as small for a million leads as for a hundred.
/// </summary>
public static class ResponseTimes
{
    /// <summary>The upper end, in seconds, of the class in which a response falls.</summary>
    public static long BucketOf(double seconds) => seconds switch
    {
        <= 0 => 0,
        <= 600 => (long)Math.Ceiling(seconds / 10) * 10,
        <= 86_400 => (long)Math.Ceiling(seconds / 60) * 60,
        _ => (long)Math.Ceiling(seconds / 3_600) * 3_600,
    };

    /// <summary>The lower median of responses counted by class; null without any.</summary>
    public static long? Median(IReadOnlyDictionary<long, int> counts)
    {
        var total = counts.Values.Sum();
        if (total == 0) return null;
        var seen = 0;
        foreach (var (bucket, count) in counts.OrderBy(c => c.Key))
        {
            seen += count;
            if (seen * 2 >= total) return bucket;
        }

        return null;
    }

    public static int Within(IReadOnlyDictionary<long, int> counts, int seconds) => counts.Where(c => c.Key <= seconds).Sum(c => c.Value);
}
