using System.Globalization;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Npgsql;
using Quartz;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>Quartz' tables and ours beside them, made by the migrations like every other table and not by whoever starts first.</summary>
internal sealed class JobStoreMigrator(NpgsqlDataSource dataSource) : IModuleMigrator
{
    public const string TablePrefix = $"{SchemaName}.qrtz_";
    private const string SchemaName = "jobs";

    // Raised with every change below; Quartz' script creates what is missing and can be run again.
    private const int Version = 1;
    private const string QuartzScript = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";
    private const string StatementSeparator = "\n--;;\n";

    public string Schema => SchemaName;

    public async Task MigrateAsync(CancellationToken ct)
    {
        if (await IsUpToDateAsync(ct)) return;
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var statement in Statements())
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction);
            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    public async Task<bool> IsUpToDateAsync(CancellationToken ct)
    {
        await using var exists = dataSource.CreateCommand("SELECT to_regclass('jobs.version') IS NOT NULL");
        if (await exists.ExecuteScalarAsync(ct) is not true) return false;
        await using var known = dataSource.CreateCommand("SELECT max(number) FROM jobs.version");
        return await known.ExecuteScalarAsync(ct) is >= Version;
    }

    private static IEnumerable<string> Statements()
    {
        yield return $"CREATE SCHEMA IF NOT EXISTS {SchemaName}";
        using var stream = typeof(IScheduler).Assembly.GetManifestResourceStream(QuartzScript)
            ?? throw new InvalidOperationException($"Quartz brings no {QuartzScript}.");
        using var reader = new StreamReader(stream);
        var script = reader.ReadToEnd()
            .ReplaceLineEndings("\n").Replace("{0}", TablePrefix, StringComparison.Ordinal)
            .Replace("{1}", "qrtz_", StringComparison.Ordinal);
        foreach (var statement in script.Split(StatementSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return statement;

        yield return """
            CREATE TABLE IF NOT EXISTS jobs.runs (
              id uuid PRIMARY KEY,
              job text NOT NULL,
              host text NOT NULL,
              asked_by text,
              started_at timestamptz NOT NULL,
              finished_at timestamptz,
              outcome text NOT NULL,
              counts jsonb NOT NULL DEFAULT '{}',
              error text,
              CONSTRAINT ck_runs_outcome CHECK (outcome IN ('running', 'succeeded', 'failed', 'interrupted')),
              CONSTRAINT ck_runs_finished CHECK ((outcome = 'running') = (finished_at IS NULL)))
            """;
        yield return "CREATE INDEX IF NOT EXISTS ix_runs_job ON jobs.runs (job, started_at DESC)";
        yield return "CREATE INDEX IF NOT EXISTS ix_runs_running ON jobs.runs (job) WHERE outcome = 'running'";
        yield return $"CREATE INDEX IF NOT EXISTS ix_runs_of_note ON jobs.runs (started_at DESC, id DESC) WHERE {JobRuns.OfNote}";
        yield return "CREATE TABLE IF NOT EXISTS jobs.version (number integer PRIMARY KEY)";
        yield return string.Create(CultureInfo.InvariantCulture, $"INSERT INTO jobs.version VALUES ({Version}) ON CONFLICT DO NOTHING");
    }
}
