using System.Collections.Concurrent;
using IswitchRoofs.Identity.Application.Accounts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IswitchRoofs.Identity.Infrastructure.Tokens;

/// <summary>
/// Sessions and integrations' grants that ended while tokens of theirs still look good: in memory, so that no request asks the database, and
/// read again every two seconds, so that every host knows within the five that are promised (U2).
/// </summary>
internal sealed class Revocations(
    NpgsqlDataSource dataSource, TokenSettings settings, IEnumerable<ISessionEndListener> listeners, TimeProvider clock, ILogger<Revocations> logger)
    : BackgroundService, IRevocations
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Hosts' clocks differ and transactions commit late: look back far enough to miss nobody.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _ended = new();
    private DateTimeOffset? _readAt;

    private const string Ended = """
        SELECT id, ended_at FROM identity.sessions WHERE ended_at > $1
        UNION ALL
        SELECT id, ended_at FROM identity.ended_grants WHERE ended_at > $1
        """;

    public bool Contains(Guid sessionId) => _ended.ContainsKey(sessionId);

    public void Announce(Guid sessionId) => Note(sessionId, clock.GetUtcNow(), isNews: true);

    /// <summary>A token that this host has not seen yet is judged only once the list is there.</summary>
    public ValueTask EnsureLoadedAsync(CancellationToken ct) => _readAt is null ? new ValueTask(ReadAsync(ct)) : ValueTask.CompletedTask;

    internal async Task ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var oldest = now - settings.AccessTokenLifetime - Overlap;
        await using (var command = dataSource.CreateCommand(Ended))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = _readAt - Overlap ?? oldest });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) Note(reader.GetGuid(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, ct), isNews: _readAt is not null);
        }

        _readAt = now;
        foreach (var (id, endedAt) in _ended)
            if (endedAt < oldest) _ended.TryRemove(id, out _);
    }

    private void Note(Guid sessionId, DateTimeOffset endedAt, bool isNews)
    {
        if (!_ended.TryAdd(sessionId, endedAt) || !isNews) return;
        foreach (var listener in listeners) listener.SessionEnded(sessionId);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogWarning("Ended sessions could not be read, trying again: {Message}", e.Message);
            }
        }
    }
}
