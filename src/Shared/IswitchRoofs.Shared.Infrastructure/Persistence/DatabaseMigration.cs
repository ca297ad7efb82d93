using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>All modules' migrations, one host at a time.</summary>
public sealed class DatabaseMigration(NpgsqlDataSource dataSource, IEnumerable<IModuleMigrator> modules, ILogger<DatabaseMigration> logger)
{
    // Any fixed number does: it only has to be the same in every host.
    private const long LockKey = 0x1541_7C40_0F5;

    public async Task RunAsync(CancellationToken ct)
    {
        // EF compares whole models before it migrates: two seconds that a start with nothing to migrate does not need.
        if (await AreUpToDateAsync(ct))
        {
            logger.LogInformation("All schemas are up to date");
            return;
        }

        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using (var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = LockKey } }, CommandTimeout = 600 })
            await take.ExecuteNonQueryAsync(ct);
        try
        {
            foreach (var module in modules)
            {
                await module.MigrateAsync(ct);
                logger.LogInformation("Schema {Schema} is up to date", module.Schema);
            }

            // Extensions made by a migration bring types that the pool's connections do not know yet.
            await dataSource.ReloadTypesAsync(ct);
        }
        finally
        {
            await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = LockKey } } };
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task<bool> AreUpToDateAsync(CancellationToken ct)
    {
        var answers = await Task.WhenAll(modules.Select(module => Task.Run(() => module.IsUpToDateAsync(ct), ct)));
        return Array.TrueForAll(answers, isUpToDate => isUpToDate);
    }
}
