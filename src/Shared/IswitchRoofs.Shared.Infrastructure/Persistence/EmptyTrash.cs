using System.Reflection;
using IswitchRoofs.Shared.Infrastructure.Jobs;
using IswitchRoofs.SharedKernel.Domain;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>Removes for good what has lain in a module's trash for thirty days.</summary>
internal sealed class EmptyTrash<TContext>(TContext db, TimeProvider clock) : IRecurringJob where TContext : ModuleDbContext
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);
    private static readonly MethodInfo Remove = typeof(EmptyTrash<TContext>).GetMethod(nameof(RemoveAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    // One transaction each, so that no run holds locks for long.
    private const int Batch = 200;

    public async Task<JobOutcome> RunAsync(CancellationToken ct)
    {
        var removed = new List<(string, int)>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ISoftDeletable))))
            removed.Add((entity.GetTableName()!, await (Task<int>)Remove.MakeGenericMethod(entity.ClrType).Invoke(this, [ct])!));
        return JobOutcome.Of([.. removed]);
    }

    private async Task<int> RemoveAsync<T>(CancellationToken ct) where T : class
    {
        var before = clock.GetUtcNow() - Keep;
        var count = 0;
        while (true)
        {
            db.ChangeTracker.Clear();
            var rows = await db.Set<T>().IgnoreQueryFilters()
                .Where(e => EF.Property<DateTimeOffset?>(e, nameof(ISoftDeletable.DeletedAt)) < before)
                .OrderBy(e => EF.Property<DateTimeOffset?>(e, nameof(ISoftDeletable.DeletedAt)))
                .Take(Batch).ToListAsync(ct);
            if (rows.Count == 0) return count;
            db.RemoveRange(rows);
            await db.SaveChangesAsync(ct);
            count += rows.Count;
        }
    }
}
