using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>Brings one module's schema up to date.</summary>
public interface IModuleMigrator
{
    string Schema { get; }

    /// <summary>Applies what is missing; safe to call again after a kill halfway.</summary>
    Task MigrateAsync(CancellationToken ct);

    /// <summary>True when the database knows every migration of this build. Builds the module's EF model on the way, which nobody then waits for again.</summary>
    Task<bool> IsUpToDateAsync(CancellationToken ct);
}

internal sealed class ModuleMigrator<TContext>(IDbContextFactory<TContext> contexts) : IModuleMigrator where TContext : ModuleDbContext
{
    public string Schema { get; } = ReadSchema(contexts);

    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        // An index or a new column of a large table takes its minutes; cut off after thirty seconds it would never come about.
        db.Database.SetCommandTimeout(0);
        await db.Database.MigrateAsync(ct);
        await AuditProtection.ApplyAsync(db, ct);
    }

    public async Task<bool> IsUpToDateAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        _ = db.Model;
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any() && await AuditProtection.IsInPlaceAsync(db, ct);
    }

    private static string ReadSchema(IDbContextFactory<TContext> contexts)
    {
        using var db = contexts.CreateDbContext();
        return db.Schema;
    }
}
