namespace IswitchRoofs.Host.Areas.Identity;

/// <summary>What must not tell by its time whether an address is known takes at least this long, whatever it finds.</summary>
internal static class EvenTime
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);

    public static async Task<T> TakeAsync<T>(Func<Task<T>> work, TimeProvider clock, CancellationToken ct)
    {
        var least = Task.Delay(Least, clock, ct);
        var result = await work();
        await least;
        return result;
    }
}
