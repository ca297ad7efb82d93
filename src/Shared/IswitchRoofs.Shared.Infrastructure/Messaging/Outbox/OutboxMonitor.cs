using System.Text.Json;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;

/// <summary>What waits and what was set aside in one module's outbox.</summary>
public interface IOutboxMonitor
{
    Task<OutboxState> ReadAsync(CancellationToken ct);

    /// <summary>Gives a dead message ten new attempts; audited.</summary>
    /// <returns>False when there is no such dead message.</returns>
    Task<bool> RetryAsync(Guid eventId, ICurrentUser by, CancellationToken ct);

    /// <summary>Gives a dead message up for good; audited.</summary>
    /// <returns>False when there is no such dead message.</returns>
    Task<bool> DiscardAsync(Guid eventId, ICurrentUser by, CancellationToken ct);
}

/// <param name="OldestWaitingSeconds">Age of the oldest waiting event; 0 when nothing waits.</param>
public sealed record OutboxState(string Schema, int Waiting, double OldestWaitingSeconds, int Dead, IReadOnlyList<DeadMessage> DeadMessages);

public sealed record DeadMessage(Guid EventId, string Type, DateTimeOffset OccurredAt, int Attempts, string? LastError);

internal sealed class OutboxMonitor<TContext>(IDbContextFactory<TContext> contexts, TimeProvider clock) : IOutboxMonitor where TContext : ModuleDbContext
{
    private const int ShownDeadMessages = 50;

    public async Task<OutboxState> ReadAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var waiting = await db.Outbox.Where(m => m.ProcessedAt == null && !m.Dead).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Oldest = g.Min(m => m.OccurredAt) }).SingleOrDefaultAsync(ct);
        var dead = await db.Outbox.AsNoTracking().Where(m => m.ProcessedAt == null && m.Dead).OrderBy(m => m.Position).Take(ShownDeadMessages)
            .Select(m => new DeadMessage(m.Id, m.Type, m.OccurredAt, m.Attempts, m.LastError)).ToListAsync(ct);
        var age = waiting is null ? 0 : Math.Max(0, (clock.GetUtcNow() - waiting.Oldest).TotalSeconds);
        return new OutboxState(db.Schema, waiting?.Count ?? 0, age, dead.Count, dead);
    }

    public Task<bool> RetryAsync(Guid eventId, ICurrentUser by, CancellationToken ct) => DecideAsync(
        eventId, by, "event_retried",
        dead => dead.ExecuteUpdateAsync(m => m.SetProperty(x => x.Dead, false).SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextTryAt, clock.GetUtcNow()), ct), ct);

    // Marked as done and still dead: out of the way, and swept with the sent ones.
    public Task<bool> DiscardAsync(Guid eventId, ICurrentUser by, CancellationToken ct) => DecideAsync(
        eventId, by, "event_discarded", dead => dead.ExecuteUpdateAsync(m => m.SetProperty(x => x.ProcessedAt, clock.GetUtcNow()), ct), ct);

    private async Task<bool> DecideAsync(Guid eventId, ICurrentUser by, string action, Func<IQueryable<OutboxMessage>, Task<int>> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.CurrentUser = by;
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var dead = db.Outbox.Where(m => m.Id == eventId && m.Dead && m.ProcessedAt == null);
            if (await dead.AsNoTracking().Select(m => m.Type).SingleOrDefaultAsync(ct) is not { } type || await change(dead) != 1) return false;
            db.AddSecurityEvent(clock.GetUtcNow(), action, "outbox_message", eventId, JsonSerializer.Serialize(new[] { new { field = "type", old = (string?)null, @new = type } }));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        });
    }
}
