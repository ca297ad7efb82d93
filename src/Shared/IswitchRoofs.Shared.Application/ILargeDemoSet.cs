namespace IswitchRoofs.Shared.Application;

/// <summary>Writes a large deterministic set for benchmarks, at the speed of COPY.</summary>
public interface ILargeDemoSet
{
    /// <param name="leads">How many leads the whole set has; other modules write in proportion.</param>
    Task WriteAsync(int leads, CancellationToken ct);
}
