using System.Text.Json;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>Runs that did something, failed or broke off, as entries of the audit trail: the table of runs is their record.</summary>
internal sealed class JobAuditTrail(NpgsqlDataSource database) : IAuditTrail
{
    private const string EntityType = "job";
    private const string Action = "job_run";

    public async Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, int limit, CancellationToken ct)
    {
        if (filter.EntityType is not (null or EntityType) || filter.Action is not (null or Action) || filter.ActorId is not null) return [];
        await using var command = database.CreateCommand(
            $"""
            SELECT {JobRuns.Columns} FROM jobs.runs
            WHERE {JobRuns.OfNote}
              AND ($1 IS NULL OR id = $1) AND ($2 IS NULL OR started_at >= $2) AND ($3 IS NULL OR started_at < $3)
              AND ($4 IS NULL OR (started_at, id) < ($4, $5))
            ORDER BY started_at DESC, id DESC LIMIT $6
            """);
        Add(command, NpgsqlDbType.Uuid, filter.EntityId);
        Add(command, NpgsqlDbType.TimestampTz, filter.From?.ToUniversalTime());
        Add(command, NpgsqlDbType.TimestampTz, filter.To?.ToUniversalTime());
        Add(command, NpgsqlDbType.TimestampTz, filter.Before?.At.ToUniversalTime());
        Add(command, NpgsqlDbType.Uuid, filter.Before?.Id);
        Add(command, NpgsqlDbType.Integer, limit);
        return [.. (await JobRuns.ReadAsync(command, ct)).Select(Record)];
    }

    private static AuditRecord Record(JobRun run) => new(
        run.Id, run.StartedAt, "job", ActorId: null, run.Job, Action, EntityType, run.Id, JsonSerializer.SerializeToElement(Changes(run)),
        Ip: null, UserAgent: null, TraceId: null);

    private static IEnumerable<Dictionary<string, object?>> Changes(JobRun run)
    {
        yield return Change("outcome", run.Outcome);
        if (run.AskedBy is not null) yield return Change("asked_by", run.AskedBy);
        if (run.Error is not null) yield return Change("error", run.Error);
        foreach (var (what, count) in run.Counts) yield return Change(what, count);
    }

    private static Dictionary<string, object?> Change(string field, object value) => new() { ["field"] = field, ["old"] = null, ["new"] = value };

    private static void Add(NpgsqlCommand command, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });
}
