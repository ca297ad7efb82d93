namespace IswitchRoofs.Leads.Tests.Application.Imports;

/// <summary>The most that the managed heap held beyond what it held before.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _most;

    public MemoryWatch() => _timer = new Timer(_ => Look(), null, 0, 50);

    public long Grew => Math.Max(0, Interlocked.Read(ref _most) - _before);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        if (now > Interlocked.Read(ref _most)) Interlocked.Exchange(ref _most, now);
    }
}
