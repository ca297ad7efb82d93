using IswitchRoofs.Analytics.Application.Dashboards;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.Shared.Application.Realtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>
/// Counts the days anew whose leads have changed, a moment after a burst of events, and moves the cached dashboards on that this
/// made stale: so a dashboard costs the same with ten times the leads, and the counts cannot drift from the facts.
/// </summary>
internal sealed class DailyRollup(
    NpgsqlDataSource database, ICacheGenerations cache, IServiceProvider services, TimeProvider clock, ILogger<DailyRollup> logger) : BackgroundService
{
    // A burst is counted once, and yet the figures are there well within the second.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BroadcastInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly string CountsOfDays = Counts("= ANY($1)");
    private readonly SemaphoreSlim _signal = new(0);
    private long? _broadcastAt;

    /// <summary>Everything; for a rebuild, in its transaction.</summary>
    public static string CountsOfAllDays { get; } = Counts("IS NOT NULL");

    public void Wake()
    {
        if (_signal.CurrentCount == 0) _signal.Release();
    }

    /// <returns>True when something had changed.</returns>
    internal async Task<bool> RefreshAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var take = new NpgsqlCommand("SELECT pg_try_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = Locks.Rollup } } })
            if (await take.ExecuteScalarAsync(ct) is not true) return false;

        var marks = 0;
        var days = new HashSet<DateOnly>();
        await using (var taken = new NpgsqlCommand("DELETE FROM analytics.fact_changes RETURNING day", connection))
        await using (var reader = await taken.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
            {
                marks++;
                if (!reader.IsDBNull(0)) days.Add(reader.GetFieldValue<DateOnly>(0));
            }

        if (marks == 0) return false;
        if (days.Count > 0)
        {
            // A statement sees everything committed before it: at least what the marks stand for.
            var changed = days.ToArray();
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(new NpgsqlBatchCommand("DELETE FROM analytics.lead_daily WHERE day = ANY($1)") { Parameters = { DaysOf(changed) } });
            batch.BatchCommands.Add(new NpgsqlBatchCommand(CountsOfDays) { Parameters = { DaysOf(changed) } });
            await batch.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        await cache.BumpAsync([GetDashboardHandler.CacheTag]);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isOwed = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _signal.WaitAsync(PollInterval, stoppingToken);
                isOwed |= await RefreshAsync(stoppingToken);
                if (isOwed && await TryBroadcastAsync(stoppingToken)) isOwed = false;
                await Task.Delay(Pause, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The marks are still there; the database may come back any moment.
                logger.LogWarning(e, "Counting days anew failed; trying again");
                await Task.Delay(PollInterval, clock, stoppingToken);
            }
        }
    }

    private async ValueTask<bool> TryBroadcastAsync(CancellationToken ct)
    {
        if (_broadcastAt is { } last && clock.GetElapsedTime(last) < BroadcastInterval) return false;
        _broadcastAt = clock.GetTimestamp();
        if (services.GetService<IRealtime>() is { } realtime)
            await realtime.PublishAsync(new RealtimeMessage(["private-dashboard"], "dashboard-updated", new Dictionary<string, object?>()), ct);
        return true;
    }

    private static NpgsqlParameter DaysOf(DateOnly[] days) => new() { Value = days, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date };

    private static string Counts(string days) =>
        $"""
        INSERT INTO analytics.lead_daily (day, dimension, value, leads, won, score_sum, value_sum, days_to_win)
        SELECT captured_day,
               CASE GROUPING(source, status, temperature, furthest_stage, response)
                 WHEN 15 THEN 'source' WHEN 23 THEN 'status' WHEN 27 THEN 'temperature' WHEN 29 THEN 'stage' WHEN 30 THEN 'response' ELSE 'total' END,
               COALESCE(source, status, temperature, furthest_stage::text, response::text, ''),
               count(*), count(*) FILTER (WHERE status = 'won' OR was_won), sum(score), COALESCE(sum(estimated_value), 0), COALESCE(sum(days_to_win), 0)
        FROM (SELECT captured_day, source, status, temperature, furthest_stage, score, estimated_value,
                     furthest_stage = 6 AS was_won,
                     GREATEST(0, extract(epoch FROM won_at - captured_at)) / 86400 AS days_to_win,
                     CASE WHEN s <= 0 THEN 0 WHEN s <= 600 THEN ceil(s / 10) * 10 WHEN s <= 86400 THEN ceil(s / 60) * 60 ELSE ceil(s / 3600) * 3600 END::bigint AS response
              FROM (SELECT *, extract(epoch FROM contacted_at - captured_at) AS s FROM analytics.lead_facts
                    WHERE NOT is_deleted AND captured_day {days}) timed) leads
        GROUP BY GROUPING SETS ((captured_day), (captured_day, source), (captured_day, status), (captured_day, temperature), (captured_day, furthest_stage), (captured_day, response))
        HAVING NOT (GROUPING(response) = 0 AND response IS NULL)
        """;
}
