using System.Runtime.CompilerServices;

namespace IswitchRoofs.Shared.Infrastructure.Auditing;

/// <summary>The trails of all modules as one, newest first.</summary>
public sealed class AuditLog(IEnumerable<IAuditTrail> trails)
{
    private const int Batch = 1_000;
    private readonly IAuditTrail[] _trails = [.. trails];

    /// <summary>Each module answers its newest, all at once; the newest of those are the page.</summary>
    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, int limit, CancellationToken ct)
    {
        var parts = await Task.WhenAll(_trails.Select(t => t.ReadAsync(filter, limit, ct)));
        return [.. parts.SelectMany(p => p).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(limit)];
    }

    /// <summary>All that match, page after page, so that an export of any size takes little memory.</summary>
    public async IAsyncEnumerable<AuditRecord> StreamAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var page = await ReadAsync(filter, Batch, ct);
            foreach (var entry in page) yield return entry;
            if (page.Count < Batch) yield break;
            filter = filter with { Before = (page[^1].At, page[^1].Id) };
        }
    }
}
