using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IswitchRoofs.Shared.Infrastructure.Auditing;

/// <summary>Adds an audit entry for every changed entity to the save that changes it.</summary>
internal sealed class AuditInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    private static readonly HashSet<string> Noise = [nameof(Entity.CreatedAt), nameof(Entity.UpdatedAt), nameof(AggregateRoot.Version)];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not ModuleDbContext db) return ValueTask.FromResult(result);
        var now = clock.GetUtcNow();
        foreach (var entry in db.ChangeTracker.Entries().ToArray())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || !IsAudited(entry)) continue;
            var changes = Changes(entry);
            if (entry.State == EntityState.Modified && changes is null) continue;
            var user = db.CurrentUser;
            db.AuditEntries.Add(new AuditEntry
            {
                Id = Uuid.New(now),
                At = now,
                ActorKind = user?.Kind ?? "system",
                ActorId = user?.Id,
                ActorName = user?.Name ?? "System",
                Action = Action(entry),
                EntityType = WireName.SnakeCase(entry.Metadata.ClrType.Name),
                EntityId = Id(entry),
                Changes = changes,
                Ip = user?.IpAddress,
                UserAgent = user?.UserAgent,
                TraceId = Activity.Current?.TraceId.ToString(),
            });
        }

        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).ToArray())
            entry.State = EntityState.Detached;
        return Task.CompletedTask;
    }

    private static bool IsAudited(EntityEntry entry) =>
        entry.Metadata.FindAnnotation(AuditAnnotations.Audited)?.Value as bool? ?? entry.Entity is Entity;

    private static string Action(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => "created",
        EntityState.Deleted => entry.Entity is ISoftDeletable ? "purged" : "deleted",
        _ when entry.Entity is ISoftDeletable deletable && entry.Property(nameof(ISoftDeletable.DeletedAt)).IsModified =>
            deletable.DeletedAt is null ? "restored" : "deleted",
        _ => "updated",
    };

    private static Guid? Id(EntityEntry entry) =>
        entry.Metadata.FindPrimaryKey() is { Properties: [var key] }
            ? entry.Property(key).CurrentValue switch { ITypedId id => id.Value, Guid id => id, _ => null }
            : null;

    private static string? Changes(EntityEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        var any = false;
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var property in entry.Properties)
            {
                if (property.Metadata.IsPrimaryKey() || Noise.Contains(property.Metadata.Name) || property.Metadata.IsShadowProperty()
                    || property.Metadata.GetComputedColumnSql() is not null || property.Metadata.FindAnnotation(AuditAnnotations.Hidden) is not null) continue;
                if (entry.State == EntityState.Modified && !property.IsModified) continue;
                var before = entry.State == EntityState.Added ? null : Stored(property.Metadata, property.OriginalValue);
                var after = entry.State == EntityState.Deleted ? null : Stored(property.Metadata, property.CurrentValue);
                if (before is null && after is null) continue;
                any = true;
                writer.WriteStartObject();
                writer.WriteString("field", property.Metadata.GetColumnName());
                writer.WritePropertyName("old");
                JsonSerializer.Serialize(writer, before);
                writer.WritePropertyName("new");
                JsonSerializer.Serialize(writer, after);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return any ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
    }

    private static object? Stored(IProperty property, object? value) => value switch
    {
        null => null,
        ITypedId id => id.Value,
        Enum => property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value.ToString(),
        _ => value,
    };
}
