using IswitchRoofs.Shared.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>Keeps the module's technical tables small: sent outbox rows, handled inbox marks, expired idempotency keys.</summary>
internal sealed class Housekeeping<TContext>(TContext db) : IRecurringJob where TContext : ModuleDbContext
{
    // Each statement removes a bounded number of rows, so that no run holds locks for long.
    private const int Batch = 5_000;

    public async Task<JobOutcome> RunAsync(CancellationToken ct) => JobOutcome.Of(
        ("sent_events", await DeleteAsync("outbox_messages", "processed_at < now() - interval '7 days'", ct)),
        ("handled_events", await DeleteAsync("inbox_entries", "handled_at < now() - interval '14 days'", ct)),
        ("idempotency_keys", await DeleteAsync("idempotency_keys", "created_at < now() - interval '24 hours'", ct)));

    private async Task<int> DeleteAsync(string table, string condition, CancellationToken ct)
    {
        var target = $"{db.Schema}.{table}";
        var all = 0;
        int removed;
        do
        {
#pragma warning disable EF1002 // Schema, table and condition are constants of this class.
            removed = await db.Database.ExecuteSqlRawAsync(
                $"DELETE FROM {target} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {target} WHERE {condition} LIMIT {Batch}))", ct);
#pragma warning restore EF1002
            all += removed;
        }
        while (removed == Batch);
        return all;
    }
}
