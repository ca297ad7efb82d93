using Microsoft.Extensions.Caching.Hybrid;

namespace IswitchRoofs.Shared.Application.Caching;

/// <summary>
/// Caches whole answers of queries. Whoever reads after a write sees it: tags (table names as <c>leads</c>, rows as
/// <c>leads:{id}</c>) are moved on by every commit.
/// </summary>
public sealed class AnswerCache(HybridCache cache, ICacheGenerations generations)
{
    /// <param name="key">The seed's convention <c>{entity}:{identifier}:{version}</c>, with the caller's visibility scope where answers differ by it.</param>
    /// <param name="lifetime">5 to 60 minutes.</param>
    public async ValueTask<T> GetAsync<T>(
        string key, IReadOnlyList<string> tags, TimeSpan lifetime, Func<CancellationToken, ValueTask<T>> load, CancellationToken ct)
    {
        var stamp = await generations.StampAsync(tags, ct);
        return stamp is null
            ? await load(ct)
            : await cache.GetOrCreateAsync($"{key}:{stamp}", load, static (l, token) => l(token), new HybridCacheEntryOptions { Expiration = lifetime, LocalCacheExpiration = lifetime }, cancellationToken: ct);
    }
}
