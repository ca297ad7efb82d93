using System.Linq.Expressions;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Idempotency;
using IswitchRoofs.Shared.Infrastructure.Messaging.Inbox;
using IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;
using IswitchRoofs.SharedKernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>
/// One module's store: its own schema and history table, snake_case, UTC, xmin as version, trash filter, and the
/// module's outbox, inbox, audit trail and idempotency keys. Pooled, so it holds no state between leases.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Schema of this module; no other module reads or writes it.</summary>
    public abstract string Schema { get; }

    /// <summary>On whose behalf this lease writes; set by the scope that leases the context.</summary>
    internal ICurrentUser? CurrentUser { get; set; }

    /// <summary>Writes in somebody's name from here on: background work that a person asked for is that person's in the audit trail.</summary>
    public void ActFor(ICurrentUser user) => CurrentUser = user;

    /// <summary>What has to happen once the running transaction is committed.</summary>
    internal AfterCommit AfterCommit { get; } = new();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Once: else every interceptor that looks at the entries has all of them compared again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(12, 2);
        foreach (var assembly in DomainAssemblies)
            foreach (var type in assembly.GetTypes())
            {
                if (type is { IsValueType: true } && type.IsAssignableTo(typeof(ITypedId)))
                    configurationBuilder.Properties(type).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(type));
                else if (type.IsEnum)
                    configurationBuilder.Properties(type).HaveConversion(typeof(WireNameConverter<>).MakeGenericType(type));
            }
    }

    /// <summary>Where this module's typed ids and enums are defined.</summary>
    protected abstract IEnumerable<System.Reflection.Assembly> DomainAssemblies { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new InboxEntryConfiguration());
        modelBuilder.ApplyConfiguration(new AuditEntryConfiguration());
        modelBuilder.ApplyConfiguration(new IdempotencyKeyConfiguration());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToArray()) Conventions(modelBuilder, entity);
    }

    private static void Conventions(ModelBuilder modelBuilder, IMutableEntityType entity)
    {
        if (entity.ClrType.IsAssignableTo(typeof(AggregateRoot)))
        {
            modelBuilder.Entity(entity.ClrType).Ignore(nameof(AggregateRoot.DomainEvents));
            modelBuilder.Entity(entity.ClrType).Property(nameof(AggregateRoot.Version)).IsRowVersion();
        }

        if (entity.ClrType.IsAssignableTo(typeof(ISoftDeletable)))
        {
            var row = Expression.Parameter(entity.ClrType);
            var alive = Expression.Equal(Expression.Property(row, nameof(ISoftDeletable.DeletedAt)), Expression.Constant(null, typeof(DateTimeOffset?)));
            modelBuilder.Entity(entity.ClrType).HasQueryFilter(Expression.Lambda(alive, row));
        }
    }
}
