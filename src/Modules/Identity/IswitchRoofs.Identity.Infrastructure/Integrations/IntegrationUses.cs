using System.Collections.Concurrent;
using IswitchRoofs.Identity.Application.Integrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Identity.Infrastructure.Integrations;

/// <summary>Remembers the last call of each integration and writes it down once a minute: a request costs no write.</summary>
internal sealed class IntegrationUses(NpgsqlDataSource dataSource, TimeProvider clock, ILogger<IntegrationUses> logger) : BackgroundService, IIntegrationUses
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    // A removed integration's calls are forgotten with it.
    private const string Write = """
        INSERT INTO identity.integration_uses (integration_id, last_used_at)
        SELECT u.id, u.at FROM unnest($1, $2) AS u (id, at) JOIN identity.integrations i ON i.id = u.id
        ON CONFLICT (integration_id) DO UPDATE SET last_used_at = greatest(integration_uses.last_used_at, excluded.last_used_at)
        """;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _noted = new();

    public void Note(Guid integrationId) => _noted[integrationId] = clock.GetUtcNow();

    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> ReadAsync(CancellationToken ct)
    {
        var uses = new Dictionary<Guid, DateTimeOffset>();
        await using (var command = dataSource.CreateCommand("SELECT integration_id, last_used_at FROM identity.integration_uses"))
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) uses[reader.GetGuid(0)] = await reader.GetFieldValueAsync<DateTimeOffset>(1, ct);
        }

        foreach (var (id, at) in _noted)
            if (!uses.TryGetValue(id, out var written) || written < at) uses[id] = at;
        return uses;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    internal async Task WriteAsync(CancellationToken ct)
    {
        var uses = _noted.ToArray();
        if (uses.Length == 0) return;
        await using (var command = dataSource.CreateCommand(Write))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = uses.Select(u => u.Key).ToArray() });
            command.Parameters.Add(new NpgsqlParameter { Value = uses.Select(u => u.Value).ToArray() });
            await command.ExecuteNonQueryAsync(ct);
        }

        foreach (var use in uses) _noted.TryRemove(use);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryWriteAsync(stoppingToken);
    }

    private async Task TryWriteAsync(CancellationToken ct)
    {
        try
        {
            await WriteAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning("The last uses of integrations could not be written, trying again: {Message}", e.Message);
        }
    }
}
