using System.Collections.Concurrent;
using System.Globalization;
using IswitchRoofs.Shared.Application.Caching;

namespace IswitchRoofs.Shared.Infrastructure.Caching;

/// <summary>Generations of a single host.</summary>
internal sealed class LocalGenerations(TimeProvider clock) : ICacheGenerations
{
    // Longer than any answer lives: a forgotten tag starts again at zero, and nothing of that generation may be left.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(2);
    private const int PruneAbove = 50_000;
    private readonly ConcurrentDictionary<string, (long Number, DateTimeOffset At)> _numbers = new(StringComparer.Ordinal);
    private long _last;

    public ValueTask<string?> StampAsync(IReadOnlyList<string> tags, CancellationToken ct)
    {
        if (tags.Count == 1) return ValueTask.FromResult<string?>(Number(tags[0]).ToString(CultureInfo.InvariantCulture));
        return ValueTask.FromResult<string?>(string.Join('.', tags.Select(Number)));
    }

    public ValueTask BumpAsync(IReadOnlyCollection<string> tags)
    {
        var number = Interlocked.Increment(ref _last);
        var now = clock.GetUtcNow();
        foreach (var tag in tags) _numbers[tag] = (number, now);
        if (_numbers.Count > PruneAbove)
        {
            foreach (var (tag, entry) in _numbers)
                if (now - entry.At > Memory) _numbers.TryRemove(tag, out _);
        }

        return ValueTask.CompletedTask;
    }

    private long Number(string tag) => _numbers.TryGetValue(tag, out var entry) ? entry.Number : 0;
}
