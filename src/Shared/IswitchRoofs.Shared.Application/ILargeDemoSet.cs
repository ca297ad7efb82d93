using IswitchRoofs.IntegrationEvents;

namespace IswitchRoofs.Shared.Application;

/// <summary>Writes a large deterministic set for benchmarks, at the speed of COPY.</summary>
public interface ILargeDemoSet
{
    /// <param name="leads">How many leads the whole set has; other modules write in proportion.</param>
    /// <returns>What the other modules would have been told, one by one, had the rows come in one by one.</returns>
    Task<IReadOnlyList<IIntegrationEvent>> WriteAsync(int leads, CancellationToken ct);
}

/// <summary>Takes many events at once, where the relay would bring them one by one.</summary>
public interface IBulkEvents
{
    Task TakeAsync(IReadOnlyList<IIntegrationEvent> events, CancellationToken ct);
}
