using System.Text.RegularExpressions;

namespace IswitchRoofs.Shared.Infrastructure.Realtime;

/// <summary>The bounds and spellings of the Channels protocol, as Pusher documents them.</summary>
public static partial class ChannelsLimits
{
    public const int MaxChannelsPerEvent = 100;
    public const int MaxEventsPerBatch = 10;
    public const int MaxDataBytes = 10 * 1024;
    public const int MaxEventNameLength = 200;

    // \z and not $: a trailing line feed must not pass, because both go into a string that is signed.
    [GeneratedRegex(@"\A[0-9]{1,20}\.[0-9]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SocketId();

    [GeneratedRegex(@"\A[A-Za-z0-9_\-=@,.;]{1,164}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelName();

    public static bool IsSocketId(string? text) => text is not null && SocketId().IsMatch(text);

    public static bool IsChannelName(string? text) => text is not null && ChannelName().IsMatch(text);

    public static bool IsEventName(string? text) =>
        text is { Length: > 0 and <= MaxEventNameLength }
        && !text.StartsWith("pusher:", StringComparison.Ordinal)
        && !text.StartsWith("pusher_internal:", StringComparison.Ordinal);
}
