using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using MassTransit;
using MassTransit.Mediator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;

/// <summary>
/// Hands a module's outbox rows to all consumers and marks a row only once every consumer has committed. Several
/// hosts may run it: one at a time relays a module, so that the events of an aggregate keep their order. A row that
/// keeps failing holds back only its own aggregate, until it is set aside as dead.
/// </summary>
internal sealed class OutboxRelay<TContext>(
    IDbContextFactory<TContext> contexts,
    IEnumerable<IIntegrationEventMap> maps,
    IServiceProvider services,
    OutboxSignals signals,
    TimeProvider clock,
    ILogger<OutboxRelay<TContext>> logger) : BackgroundService, IOutboxRelay
    where TContext : ModuleDbContext
{
    private const int BatchSize = 200;
    private const int MaxAttempts = 10;
    private const int Parallel = 4;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BusyRetry = TimeSpan.FromMilliseconds(20);

    // Under load the next events come by themselves: a short rest makes one pass of many.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private readonly Dictionary<string, Type> _types = maps.SelectMany(m => m.Aliases).ToDictionary(a => a.Key, a => a.Value);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var schema = await ReadSchemaAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var outcome = await RelayBatchAsync(stoppingToken);
                if (outcome == BatchOutcome.Busy) await Task.Delay(BusyRetry, clock, stoppingToken);
                else if (outcome == BatchOutcome.RelayedAll) await Task.Delay(Gathering, stoppingToken);
                else if (outcome == BatchOutcome.Empty) await signals.WaitAsync(schema, PollInterval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The rows are still there; the database may come back any moment.
                logger.LogWarning(e, "Relaying {Schema} failed; trying again", schema);
                await Task.Delay(PollInterval, clock, stoppingToken);
            }
        }
    }

    public async Task<bool> DrainAsync(CancellationToken ct)
    {
        var any = false;
        while (await RelayBatchAsync(ct) is BatchOutcome.Relayed or BatchOutcome.RelayedAll) any = true;
        return any;
    }

    /// <summary>One transaction: lock, publish, mark.</summary>
    internal async Task<BatchOutcome> RelayBatchAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(ct);

        var (locked, rows) = await LockWaitingAsync(connection, db.Schema, ct);
        if (!locked) return BatchOutcome.Busy;
        if (rows.Count == 0) return BatchOutcome.Empty;

        var sent = new ConcurrentBag<long>();
        var failed = new ConcurrentBag<(Row Row, string Error)>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            rows.GroupBy(r => r.AggregateId),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = ct },
            async (aggregate, token) =>
            {
                foreach (var row in aggregate)
                {
                    var error = await PublishAsync(row, token);
                    if (error is null)
                    {
                        sent.Add(row.Position);
                        continue;
                    }

                    failed.Add((row, error));
                    break; // Later events of this aggregate wait for this one.
                }
            });

        await MarkAsync(connection, db.Schema, [.. sent], failed, ct);
        await transaction.CommitAsync(ct);
        return rows.Count < BatchSize ? BatchOutcome.RelayedAll : BatchOutcome.Relayed;
    }

    private static async Task<(bool Locked, List<Row> Rows)> LockWaitingAsync(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        // One statement for lock and rows would read rows from before the lock was held.
        await using (var take = new NpgsqlCommand("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = $"outbox/{schema}" } } })
            if (await take.ExecuteScalarAsync(ct) is not true) return (false, []);

        var rows = new List<Row>();
        await using var select = new NpgsqlCommand(
            $"""
             SELECT o.position, o.type, o.payload, o.aggregate_id, o.attempts, o.trace_parent
             FROM {schema}.outbox_messages o
             WHERE o.processed_at IS NULL AND NOT o.dead AND o.next_try_at <= now()
               AND NOT EXISTS (SELECT 1 FROM {schema}.outbox_messages earlier
                               WHERE earlier.aggregate_id = o.aggregate_id AND earlier.position < o.position
                                 AND earlier.processed_at IS NULL AND NOT earlier.dead AND earlier.next_try_at > now())
             ORDER BY o.position
             LIMIT {BatchSize}
             FOR UPDATE OF o SKIP LOCKED
             """,
            connection);
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows.Add(new Row(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetGuid(3), reader.GetInt32(4), reader.IsDBNull(5) ? null : reader.GetString(5)));
        return (true, rows);
    }

    private async Task<string?> PublishAsync(Row row, CancellationToken ct)
    {
        using var activity = MessagingTelemetry.Source.StartActivity($"relay {row.Type}", ActivityKind.Consumer, row.TraceParent);
        try
        {
            if (!_types.TryGetValue(row.Type, out var type)) return $"Unknown event type {row.Type}.";
            var message = JsonSerializer.Deserialize(row.Payload, type)!;
            await services.GetRequiredService<IMediator>().Publish(message, type, ct);
            MessagingTelemetry.Relayed.Add(1, new KeyValuePair<string, object?>("type", row.Type));
            return null;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "Event {Type} at {Position} failed, attempt {Attempt}", row.Type, row.Position, row.Attempts + 1);
            return e.GetBaseException().Message;
        }
    }

    private static async Task MarkAsync(NpgsqlConnection connection, string schema, long[] sent, IEnumerable<(Row Row, string Error)> failed, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (sent.Length > 0)
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"UPDATE {schema}.outbox_messages SET processed_at = now() WHERE position = ANY($1)") { Parameters = { new() { Value = sent } } });
        foreach (var (row, error) in failed)
        {
            var attempts = row.Attempts + 1;
            var dead = attempts >= MaxAttempts;
            if (dead) MessagingTelemetry.Dead.Add(1, new KeyValuePair<string, object?>("type", row.Type));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                $"UPDATE {schema}.outbox_messages SET attempts = $2, dead = $3, last_error = $4, next_try_at = now() + make_interval(secs => $5) WHERE position = $1")
            {
                Parameters =
                {
                    new() { Value = row.Position }, new() { Value = attempts }, new() { Value = dead },
                    new() { Value = error.Length > 2_000 ? error[..2_000] : error }, new() { Value = Backoff(attempts) },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Seconds until the next try: 0.2, 0.4, 0.8 ... at most 60.</summary>
    private static double Backoff(int attempts) => Math.Min(60, 0.1 * Math.Pow(2, attempts));

    private async Task<string> ReadSchemaAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return db.Schema;
    }

    private sealed record Row(long Position, string Type, string Payload, Guid AggregateId, int Attempts, string? TraceParent);
}

/// <summary>Hands over what waits now, for whoever cannot wait for the background: the demo data's next module.</summary>
public interface IOutboxRelay
{
    /// <returns>True when anything was handed over.</returns>
    Task<bool> DrainAsync(CancellationToken ct);
}

internal enum BatchOutcome
{
    /// <summary>Nothing waits.</summary>
    Empty,

    /// <summary>Rows were handled; more wait.</summary>
    Relayed,

    /// <summary>All that waited was handled.</summary>
    RelayedAll,

    /// <summary>Another host relays this module right now.</summary>
    Busy,
}
