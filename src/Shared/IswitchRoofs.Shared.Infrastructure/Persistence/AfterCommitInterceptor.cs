using System.Data.Common;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.SharedKernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>
/// Drops the cached answers that a change made stale, by construction instead of by remembering it in each use case,
/// and wakes the outbox relay. Runs after the commit: before it, another reader would cache the old row again.
/// </summary>
internal sealed class AfterCommitInterceptor(ICacheGenerations cache, OutboxSignals signals) : ISaveChangesInterceptor, IDbTransactionInterceptor
{
    public ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext db)
        {
            foreach (var entry in db.ChangeTracker.Entries<Entity>())
            {
                if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
                var table = entry.Metadata.GetTableName()!;
                db.AfterCommit.Drop(table);
                if (entry.State == EntityState.Added) continue; // Nothing is cached about a row that did not exist.
                if (entry.Metadata.FindPrimaryKey() is { Properties: [var key] } && entry.Property(key).CurrentValue is ITypedId id)
                    db.AfterCommit.Drop($"{table}:{id.Value}");
            }
        }

        return ValueTask.FromResult(result);
    }

    public async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext db && db.Database.CurrentTransaction is null) await RunAsync(db);
        return result;
    }

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext db && db.Database.CurrentTransaction is null) db.AfterCommit.Clear();
        return Task.CompletedTask;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext db) await RunAsync(db);
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext db) db.AfterCommit.Clear();
        return Task.CompletedTask;
    }

    // The commit has happened: a caller who gave up must not leave stale answers behind, so no token is passed on.
    private async Task RunAsync(ModuleDbContext db)
    {
        if (db.AfterCommit.HasOutboxMessages) signals.Raise(db.Schema);
        var tags = db.AfterCommit.Tags.ToArray();
        db.AfterCommit.Clear();
        if (tags.Length > 0) await cache.BumpAsync(tags);
    }
}
