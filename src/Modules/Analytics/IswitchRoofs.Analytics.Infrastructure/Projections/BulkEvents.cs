using System.Text.Json;
using IswitchRoofs.Analytics.Application.Rebuilds;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Application;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>Many events at once: into the log by COPY, then the facts are made from the log as by any rebuild.</summary>
internal sealed class BulkEvents(NpgsqlDataSource database, EventAliases aliases, RequestRebuildHandler request, RebuildRunner runner) : IBulkEvents
{
    public async Task TakeAsync(IReadOnlyList<IIntegrationEvent> events, CancellationToken ct)
    {
        await using (var connection = await database.OpenConnectionAsync(ct))
        await using (var writer = await connection.BeginBinaryImportAsync("COPY analytics.event_log (event_id, type, payload, occurred_at) FROM STDIN (FORMAT binary)", ct))
        {
            foreach (var integrationEvent in events)
            {
                await writer.StartRowAsync(ct);
                await writer.WriteAsync(integrationEvent.EventId, NpgsqlDbType.Uuid, ct);
                await writer.WriteAsync(aliases.Of(integrationEvent), NpgsqlDbType.Text, ct);
                await writer.WriteAsync(JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType()), NpgsqlDbType.Jsonb, ct);
                await writer.WriteAsync(integrationEvent.OccurredAt, NpgsqlDbType.TimestampTz, ct);
            }

            await writer.CompleteAsync(ct);
        }

        await request.HandleAsync(new RequestRebuild(), ct);
        await runner.RunRequestedAsync(ct);
    }
}
