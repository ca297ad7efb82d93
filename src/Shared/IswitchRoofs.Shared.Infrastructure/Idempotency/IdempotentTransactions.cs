using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IswitchRoofs.Shared.Infrastructure.Idempotency;

/// <summary>Runs a POST inside one transaction with the row that remembers its answer. One per module, keyed by schema.</summary>
public interface IIdempotentTransactions
{
    /// <summary>Opens the transaction and looks the key up.</summary>
    Task<IdempotencyLookup> BeginAsync(string caller, string key, CancellationToken ct);

    /// <summary>Stores the answer and commits it together with the change.</summary>
    Task CommitAsync(string caller, string key, string requestHash, StoredAnswer answer, CancellationToken ct);

    /// <summary>Takes the change back; a later try with the same key runs afresh.</summary>
    Task RollbackAsync();
}

/// <param name="IsRunning">Another request with this key has not finished yet.</param>
/// <param name="Answer">The first outcome, if there is one.</param>
public sealed record IdempotencyLookup(bool IsRunning, string? RequestHash, StoredAnswer? Answer);

public sealed record StoredAnswer(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers);

internal sealed class IdempotentTransactions<TContext>(TContext db, TimeProvider clock) : IIdempotentTransactions where TContext : ModuleDbContext
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private IDbContextTransaction? _transaction;

    public async Task<IdempotencyLookup> BeginAsync(string caller, string key, CancellationToken ct)
    {
        _transaction = await db.Database.BeginTransactionAsync(ct);
        var lockName = $"{db.Schema}/{caller}/{key}";
        var free = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({lockName}, 0)) AS \"Value\"").SingleAsync(ct);
        if (!free) return new IdempotencyLookup(true, null, null);
        var stored = await db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Caller == caller && k.Key == key, ct);
        if (stored is null) return new IdempotencyLookup(false, null, null);
        if (stored.CreatedAt < clock.GetUtcNow() - Lifetime)
        {
            await db.Set<IdempotencyKey>().Where(k => k.Caller == caller && k.Key == key).ExecuteDeleteAsync(ct);
            return new IdempotencyLookup(false, null, null);
        }

        var headers = JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Headers)!;
        return new IdempotencyLookup(false, stored.RequestHash, new StoredAnswer(stored.Status, stored.Body, headers));
    }

    public async Task CommitAsync(string caller, string key, string requestHash, StoredAnswer answer, CancellationToken ct)
    {
        db.Add(new IdempotencyKey
        {
            Caller = caller,
            Key = key,
            RequestHash = requestHash,
            Status = answer.Status,
            Body = answer.Body,
            Headers = JsonSerializer.Serialize(answer.Headers),
            CreatedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
        await _transaction!.CommitAsync(ct);
    }

    public async Task RollbackAsync()
    {
        if (_transaction is null) return;
        await _transaction.RollbackAsync(CancellationToken.None);
        await _transaction.DisposeAsync();
        _transaction = null;
        db.ChangeTracker.Clear();
    }
}
