using Npgsql;

namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>What the database runs on and how far each schema is, for the system page.</summary>
public sealed class DatabaseVersions(NpgsqlDataSource database, IEnumerable<IModuleMigrator> modules)
{
    public async Task<DatabaseReport> ReadAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var schemas = new List<SchemaReport>();
        foreach (var module in modules) schemas.Add(new SchemaReport(module.Schema, await LatestAsync(connection, module.Schema, ct), await module.IsUpToDateAsync(ct)));
        await using var size = new NpgsqlCommand("SELECT pg_database_size(current_database())", connection);
        return new DatabaseReport(connection.PostgreSqlVersion.ToString(), (long)(await size.ExecuteScalarAsync(ct))!, schemas);
    }

    private static async Task<string?> LatestAsync(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        const string History = "__EFMigrationsHistory";
        await using var exists = new NpgsqlCommand("SELECT to_regclass($1) IS NOT NULL", connection) { Parameters = { new() { Value = $"{schema}.\"{History}\"" } } };
        if (await exists.ExecuteScalarAsync(ct) is not true) return null;
        await using var latest = new NpgsqlCommand($"SELECT max(migration_id) FROM {schema}.\"{History}\"", connection);
        return await latest.ExecuteScalarAsync(ct) as string;
    }
}

public sealed record DatabaseReport(string PostgreSql, long Bytes, IReadOnlyList<SchemaReport> Schemas);

/// <param name="LatestMigration">Null where the schema is not kept by migrations of its own.</param>
public sealed record SchemaReport(string Schema, string? LatestMigration, bool IsUpToDate);
