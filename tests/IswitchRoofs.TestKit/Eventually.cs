using System.Diagnostics;

namespace IswitchRoofs.TestKit;

/// <summary>Waits for what happens soon, and says what it saw last when it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> isGood, string what, TimeSpan? within = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var last = await read();
            if (isGood(last)) return last;
            if (watch.Elapsed > (within ?? Patience)) throw new TimeoutException($"Not within {(within ?? Patience).TotalSeconds} s: {what}. Last seen: {last}");
            await Task.Delay(Between);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null) =>
        GetAsync(condition, static holds => holds, what, within);
}
