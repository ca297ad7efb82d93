using System.Diagnostics;
using System.Text.Json;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;

/// <summary>Turns the domain events of the saved aggregates into outbox rows of the same save.</summary>
internal sealed class OutboxInterceptor(IIntegrationEventMap map) : SaveChangesInterceptor
{
    private readonly Dictionary<Type, string> _aliases = map.Aliases.ToDictionary(a => a.Value, a => a.Key);
    private readonly string _folder = $"{typeof(IIntegrationEvent).Namespace}.{map.Module}";

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not ModuleDbContext db) return ValueTask.FromResult(result);
        foreach (var entry in db.ChangeTracker.Entries<AggregateRoot>().Where(e => e.Entity.DomainEvents.Count > 0).ToArray())
        {
            var aggregateId = entry.Property("Id").CurrentValue is ITypedId id ? id.Value : Guid.Empty;
            foreach (var domainEvent in entry.Entity.DomainEvents)
            {
                if (map.Map(domainEvent) is not { } integrationEvent) continue;
                db.Outbox.Add(ToMessage(integrationEvent, aggregateId));
                db.AfterCommit.HasOutboxMessages = true;
            }
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<AggregateRoot>()) entry.Entity.ClearDomainEvents();
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        // The rows of a failed save must not go out with the next one on the same context.
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added).ToArray())
            entry.State = EntityState.Detached;
        return Task.CompletedTask;
    }

    internal OutboxMessage ToMessage(IIntegrationEvent integrationEvent, Guid aggregateId)
    {
        var type = integrationEvent.GetType();
        if (type.Namespace != _folder)
            throw new InvalidOperationException($"{map.Module} must not publish {type.FullName}: it belongs to another module's folder.");
        return new OutboxMessage
        {
            Id = integrationEvent.EventId,
            Type = _aliases.TryGetValue(type, out var alias) ? alias : throw new InvalidOperationException($"{type.Name} has no alias in {map.Module}'s event map."),
            Payload = JsonSerializer.Serialize(integrationEvent, type),
            AggregateId = aggregateId,
            OccurredAt = integrationEvent.OccurredAt,
            NextTryAt = integrationEvent.OccurredAt,
            TraceParent = Activity.Current?.Id,
        };
    }
}
