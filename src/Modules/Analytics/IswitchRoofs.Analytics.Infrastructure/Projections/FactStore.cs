using System.Text.Json;
using IswitchRoofs.Analytics.Application.Projections;
using IswitchRoofs.Analytics.Infrastructure.Persistence;
using IswitchRoofs.IntegrationEvents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>Log and fact of one event in one round trip, in the transaction of the consumer that got it.</summary>
internal sealed class FactStore(FactChanges changes, EventAliases aliases, DailyRollup rollup)
{
    public async Task ApplyAsync(AnalyticsDbContext db, IIntegrationEvent integrationEvent, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock_shared($1)")
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = Locks.Facts } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            "INSERT INTO analytics.event_log (event_id, type, payload, occurred_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = integrationEvent.EventId },
                new NpgsqlParameter<string> { TypedValue = aliases.Of(integrationEvent) },
                new NpgsqlParameter { Value = JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType()), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new NpgsqlParameter<DateTimeOffset> { TypedValue = integrationEvent.OccurredAt.ToUniversalTime() },
            },
        });
        foreach (var change in changes.AllOf(integrationEvent)) batch.BatchCommands.Add(FactSql.Live.Upsert(change));
        await batch.ExecuteNonQueryAsync(ct);
        rollup.Wake();
    }
}
