using System.Collections.Concurrent;

namespace IswitchRoofs.Identity.Application.Accounts;

/// <summary>
/// So many sign-ins a minute for one address and account. Kept in memory: the lockout, which is in the database, holds
/// across hosts; this only keeps one caller from keeping the hash queue busy.
/// </summary>
/// <param name="perMinute">0 switches it off.</param>
public sealed class SignInThrottle(int perMinute, TimeProvider clock)
{
    private const int MostEntries = 50_000;
    private const int LongestKey = 80;
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    /// <summary>The same for tries with a secret that stands for an account: many people behind one address do not hinder each other.</summary>
    public TimeSpan? DelayOfSecret(string? address, string? secret) => Delay(address, secret is { Length: > LongestKey } ? secret[..LongestKey] : secret);

    /// <returns>Null when the attempt may go on; otherwise how long to wait.</returns>
    public TimeSpan? Delay(string? address, string? account)
    {
        if (perMinute <= 0) return null;
        var now = clock.GetUtcNow();
        if (_windows.Count > MostEntries) Forget(now);
        var window = _windows.AddOrUpdate(
            $"{address}|{account?.Trim().ToLowerInvariant()}",
            _ => new Window(now, 1),
            (_, current) => now - current.Start >= TimeSpan.FromMinutes(1) ? new Window(now, 1) : current with { Count = current.Count + 1 });
        return window.Count <= perMinute ? null : window.Start + TimeSpan.FromMinutes(1) - now;
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, window) in _windows)
            if (now - window.Start >= TimeSpan.FromMinutes(1)) _windows.TryRemove(key, out _);
    }

    private sealed record Window(DateTimeOffset Start, int Count);
}
