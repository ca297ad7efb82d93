using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>Keeps the module's technical tables small: sent outbox rows, handled inbox marks, expired idempotency keys.</summary>
internal sealed class Housekeeping<TContext>(IDbContextFactory<TContext> contexts, TimeProvider clock, ILogger<Housekeeping<TContext>> logger)
    : BackgroundService where TContext : ModuleDbContext
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // Each statement removes a bounded number of rows, so that no run holds locks for long.
    private const int Batch = 5_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning(e, "Housekeeping will try again in {Interval}", Interval);
            }
        }
    }

    internal async Task SweepAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await DeleteAsync(db, "outbox_messages", "processed_at < now() - interval '7 days'", ct);
        await DeleteAsync(db, "inbox_entries", "handled_at < now() - interval '14 days'", ct);
        await DeleteAsync(db, "idempotency_keys", "created_at < now() - interval '24 hours'", ct);
    }

    private static async Task DeleteAsync(TContext db, string table, string condition, CancellationToken ct)
    {
        int removed;
        do
        {
            var target = $"{db.Schema}.{table}";
#pragma warning disable EF1002 // Schema, table and condition are constants of this class.
            removed = await db.Database.ExecuteSqlRawAsync(
                $"DELETE FROM {target} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {target} WHERE {condition} LIMIT {Batch}))", ct);
#pragma warning restore EF1002
        }
        while (removed == Batch);
    }
}
