namespace IswitchRoofs.Shared.Infrastructure.Jobs;

/// <summary>Which job the current call chain belongs to: the actor of what it changes.</summary>
internal static class RunningJob
{
    private static readonly AsyncLocal<string?> Current = new();

    public static string? Name => Current.Value;

    /// <summary>From here to the end of the calling method.</summary>
    public static void Begin(string name) => Current.Value = name;
}
