using IswitchRoofs.SharedKernel.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>Writes <c>created_at</c> and <c>updated_at</c>: nobody else does.</summary>
internal sealed class TimestampInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<Entity>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            if (entry.State == EntityState.Added && entry.Entity.CreatedAt == default) entry.Property(nameof(Entity.CreatedAt)).CurrentValue = now;
            entry.Property(nameof(Entity.UpdatedAt)).CurrentValue = now;
        }

        return ValueTask.FromResult(result);
    }
}
