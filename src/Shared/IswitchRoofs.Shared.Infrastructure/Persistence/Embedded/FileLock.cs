using System.Diagnostics;

namespace IswitchRoofs.Shared.Infrastructure.Persistence.Embedded;

/// <summary>
/// A lock that other processes see and that the system releases when its holder dies; a process id in a file would be neither,
/// because ids are reused.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static async Task<FileLock> TakeAsync(string path, TimeSpan patience, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(path) is { } taken) return taken;
            if (waited.Elapsed > patience) throw new TimeoutException($"Another process has held {path} for {patience.TotalSeconds:0} s.");
            await Task.Delay(50, ct);
        }
    }

    public void Dispose() => _stream.Dispose();
}
