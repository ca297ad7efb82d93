using System.Text.Json;
using IswitchRoofs.SharedKernel.Domain;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <param name="Outcome"><c>running</c>, <c>succeeded</c>, <c>failed</c>, or <c>interrupted</c>: its host died or stopped.</param>
/// <param name="AskedBy">Who pressed "run now"; null when the clock did.</param>
public sealed record JobRun(
    Guid Id, string Job, string Host, string? AskedBy, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string Outcome,
    IReadOnlyDictionary<string, int> Counts, string? Error);

/// <summary>What ran when, where, with which outcome.</summary>
internal sealed class JobRuns(NpgsqlDataSource database, TimeProvider clock)
{
    private const int LongestError = 2_000;

    /// <summary>Runs that did something, failed, or were asked for: what people look for among thousands that had nothing to do.</summary>
    internal const string OfNote = "(outcome <> 'succeeded' OR counts <> '{}' OR asked_by IS NOT NULL)";

    internal const string Columns = "id, job, host, asked_by, started_at, finished_at, outcome, counts::text, error";

    /// <summary>A run of the same job that never ended belongs to a host that died: no two run at once.</summary>
    public async Task<Guid> BeginAsync(string job, string host, string? askedBy, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Uuid.New(now);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("UPDATE jobs.runs SET outcome = 'interrupted', finished_at = $2 WHERE job = $1 AND outcome = 'running'")
        {
            Parameters = { new() { Value = job }, new() { Value = now } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("INSERT INTO jobs.runs (id, job, host, asked_by, started_at, outcome) VALUES ($1, $2, $3, $4, $5, 'running')")
        {
            Parameters =
            {
                new() { Value = id }, new() { Value = job }, new() { Value = host },
                new() { Value = (object?)askedBy ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = now },
            },
        });
        await batch.ExecuteNonQueryAsync(ct);
        return id;
    }

    public async Task EndAsync(Guid id, string outcome, JobOutcome done, string? error, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "UPDATE jobs.runs SET outcome = $2, finished_at = $3, counts = $4, error = $5 WHERE id = $1 AND outcome = 'running'");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = outcome });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(done.Counts), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = (object?)(error?.Length > LongestError ? error[..LongestError] : error) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The latest of each job.</summary>
    public async Task<IReadOnlyList<JobRun>> LatestAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"SELECT DISTINCT ON (job) {Columns} FROM jobs.runs ORDER BY job, started_at DESC");
        return await ReadAsync(command, ct);
    }

    /// <summary>The latest that did something, failed, or were asked for.</summary>
    public async Task<IReadOnlyList<JobRun>> OfNoteAsync(int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"SELECT {Columns} FROM jobs.runs WHERE {OfNote} ORDER BY started_at DESC, id DESC LIMIT $1");
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, ct);
    }

    internal static async Task<IReadOnlyList<JobRun>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var runs = new List<JobRun>();
        while (await reader.ReadAsync(ct))
            runs.Add(new JobRun(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetFieldValue<DateTimeOffset>(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6),
                JsonSerializer.Deserialize<Dictionary<string, int>>(reader.GetString(7))!, reader.IsDBNull(8) ? null : reader.GetString(8)));
        return runs;
    }
}
