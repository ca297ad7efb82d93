using IswitchRoofs.Analytics.Application.Projections;
using IswitchRoofs.Analytics.Application.Rebuilds;
using IswitchRoofs.Analytics.Domain.Rebuilds;
using IswitchRoofs.Analytics.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>
/// Makes all facts anew from the log (K12), beside the live ones and while events keep coming. Only for the last few
/// events and the exchange of what differs do the consumers wait. A host that dies leaves the run to the next.
/// </summary>
internal sealed class RebuildRunner(
    IServiceScopeFactory scopes,
    NpgsqlDataSource database,
    FactChanges changes,
    EventAliases aliases,
    DailyRollup rollup,
    TimeProvider clock,
    ILogger<RebuildRunner> logger) : BackgroundService, IRebuildSignal
{
    private const int BatchSize = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);
    private static readonly (string Table, string Key)[] Facts =
        [("lead_facts", "lead_id"), ("project_facts", "project_id"), ("appointment_facts", "appointment_id")];

    private readonly SemaphoreSlim _signal = new(0);

    public void Raise()
    {
        if (_signal.CurrentCount == 0) _signal.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunRequestedAsync(stoppingToken);
                await _signal.WaitAsync(PollInterval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogWarning(e, "Looking for a requested rebuild failed; trying again");
                await Task.Delay(PollInterval, clock, stoppingToken);
            }
        }
    }

    /// <summary>Carries out what was requested, if anything was.</summary>
    internal async Task RunRequestedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AnalyticsDbContext>();
        var waiting = db.Set<Rebuild>().Where(r => r.Status == RebuildStatus.Requested || r.Status == RebuildStatus.Running);
        if (!await waiting.AnyAsync(ct)) return;

        // Ends with the connection: a dead host's rebuild is free for the next.
        await using var connection = await database.OpenConnectionAsync(ct);
        if (!await ScalarAsync<bool>(connection, $"SELECT pg_try_advisory_lock({Locks.Rebuild})", ct)) return;
        try
        {
            if (await waiting.FirstOrDefaultAsync(ct) is not { } rebuild) return;
            rebuild.Start(clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            try
            {
                var (replayed, changed) = await RebuildAsync(connection, ct);
                rebuild.Finish(replayed, changed, clock.GetUtcNow());
                logger.LogInformation("Rebuilt the figures from {Events} events; {Changed} facts came out other than they were", replayed, changed);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Rebuilding the figures failed; they stay as they were");
                rebuild.Fail(e.Message.Length > 2_000 ? e.Message[..2_000] : e.Message, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(ct);
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({Locks.Rebuild})", CancellationToken.None);
        }
    }

    private async Task<(long Replayed, long Changed)> RebuildAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var (table, _) in Facts)
            await ExecuteAsync(
                connection,
                $"DROP TABLE IF EXISTS analytics.{table}_rebuild; CREATE UNLOGGED TABLE analytics.{table}_rebuild (LIKE analytics.{table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)",
                ct);

        // Positions are given before the commit. Whoever took one up to this point held the lock, so it is visible now.
        long settled;
        await using (var pause = await connection.BeginTransactionAsync(ct))
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Locks.Facts})", ct);
            settled = await ScalarAsync<long>(connection, "SELECT COALESCE(max(position), 0) FROM analytics.event_log", ct);
            await pause.CommitAsync(ct);
        }

        var replayed = await ReplayAsync(connection, 0, settled, ct);

        await using var takeover = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Locks.Facts}); SELECT pg_advisory_xact_lock({Locks.Rollup})", ct);
        replayed += await ReplayAsync(connection, settled, long.MaxValue, ct);
        var changed = 0L;
        foreach (var (table, key) in Facts) changed += await TakeOverAsync(connection, table, key, ct);
        await ExecuteAsync(connection, "DELETE FROM analytics.lead_daily", ct);
        await ExecuteAsync(connection, DailyRollup.CountsOfAllDays, ct);
        await ExecuteAsync(connection, "INSERT INTO analytics.fact_changes (day) VALUES (NULL)", ct);
        foreach (var (table, _) in Facts) await ExecuteAsync(connection, $"DROP TABLE analytics.{table}_rebuild", ct);
        await takeover.CommitAsync(ct);
        rollup.Wake();
        return (replayed, changed);
    }

    private async Task<long> ReplayAsync(NpgsqlConnection connection, long after, long upTo, CancellationToken ct)
    {
        var replayed = 0L;
        while (true)
        {
            var events = await ReadAsync(connection, after, upTo, ct);
            if (events.Count == 0) return replayed;
            await using var batch = new NpgsqlBatch(connection) { Timeout = 120 };
            foreach (var (_, type, payload) in events)
                if (aliases.Read(type, payload) is { } integrationEvent)
                    foreach (var change in changes.AllOf(integrationEvent)) batch.BatchCommands.Add(FactSql.Shadow.Upsert(change));
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(ct);
            replayed += events.Count;
            after = events[^1].Position;
        }
    }

    private static async Task<List<(long Position, string Type, string Payload)>> ReadAsync(NpgsqlConnection connection, long after, long upTo, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT position, type, payload FROM analytics.event_log WHERE position > $1 AND position <= $2 ORDER BY position LIMIT {BatchSize}", connection)
        {
            Parameters = { new() { Value = after }, new() { Value = upTo } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<(long, string, string)>(BatchSize);
        while (await reader.ReadAsync(ct)) events.Add((reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
        return events;
    }

    // Only what differs is touched: readers see the old facts until the commit, and the table does not bloat.
    private static async Task<long> TakeOverAsync(NpgsqlConnection connection, string table, string key, CancellationToken ct)
    {
        var removed = await ExecuteAsync(
            connection,
            $"""
             DELETE FROM analytics.{table} WHERE {key} IN
               (SELECT {key} FROM (SELECT * FROM analytics.{table} EXCEPT SELECT * FROM analytics.{table}_rebuild) other)
             """,
            ct);
        var added = await ExecuteAsync(
            connection,
            $"""
             INSERT INTO analytics.{table} SELECT * FROM analytics.{table}_rebuild anew
             WHERE NOT EXISTS (SELECT FROM analytics.{table} kept WHERE kept.{key} = anew.{key})
             """,
            ct);
        return Math.Max(removed, added);
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }
}
