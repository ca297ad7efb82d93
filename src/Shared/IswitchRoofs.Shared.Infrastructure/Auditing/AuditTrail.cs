using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Shared.Infrastructure.Auditing;

/// <summary>One module's audit entries, newest first.</summary>
public interface IAuditTrail
{
    Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, int limit, CancellationToken ct);
}

/// <param name="Before">Continue after this entry: entries at an earlier instant, or at the same with a smaller id.</param>
public sealed record AuditFilter(
    string? EntityType, Guid? EntityId, Guid? ActorId, string? Action, DateTimeOffset? From, DateTimeOffset? To, (DateTimeOffset At, Guid Id)? Before);

/// <param name="Changes">Array of <c>{field, old, new}</c>.</param>
public sealed record AuditRecord(
    Guid Id, DateTimeOffset At, string ActorKind, Guid? ActorId, string ActorName, string Action, string EntityType, Guid? EntityId,
    JsonElement? Changes, string? Ip, string? UserAgent, string? TraceId);

internal sealed class AuditTrail<TContext>(IDbContextFactory<TContext> contexts) : IAuditTrail where TContext : ModuleDbContext
{
    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = await Query(db, filter, limit).ToListAsync(ct);
        return [.. entries.Select(e => new AuditRecord(
            e.Id, e.At, e.ActorKind, e.ActorId, e.ActorName, e.Action, e.EntityType, e.EntityId,
            e.Changes is null ? null : JsonSerializer.Deserialize<JsonElement>(e.Changes), e.Ip, e.UserAgent, e.TraceId))];
    }

    internal static IQueryable<AuditEntry> Query(TContext db, AuditFilter filter, int limit)
    {
        var query = db.AuditEntries.AsNoTracking();
        if (filter.EntityType is { } type) query = query.Where(e => e.EntityType == type);
        if (filter.EntityId is { } entity) query = query.Where(e => e.EntityId == entity);
        if (filter.ActorId is { } actor) query = query.Where(e => e.ActorId == actor);
        if (filter.Action is { } action) query = query.Where(e => e.Action == action);
        if (filter.From is { } from) query = query.Where(e => e.At >= from);
        if (filter.To is { } to) query = query.Where(e => e.At < to);
        if (filter.Before is { } before) query = query.Where(e => e.At <= before.At && (e.At < before.At || e.Id < before.Id));
        return query.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(limit);
    }
}
