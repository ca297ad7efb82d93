using System.Collections.Concurrent;

namespace IswitchRoofs.Shared.Infrastructure.Messaging.Outbox;

/// <summary>Wakes a module's relay the moment a commit left something in its outbox.</summary>
internal sealed class OutboxSignals
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _signals = new(StringComparer.Ordinal);

    public void Raise(string schema)
    {
        var signal = For(schema);
        if (signal.CurrentCount == 0) signal.Release();
    }

    /// <returns>True when woken, false when the time ran out.</returns>
    public Task<bool> WaitAsync(string schema, TimeSpan atMost, CancellationToken ct) => For(schema).WaitAsync(atMost, ct);

    private SemaphoreSlim For(string schema) => _signals.GetOrAdd(schema, _ => new SemaphoreSlim(0));
}
