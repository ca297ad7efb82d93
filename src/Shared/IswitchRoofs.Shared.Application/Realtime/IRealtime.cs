namespace IswitchRoofs.Shared.Application.Realtime;

/// <summary>
/// Broadcasts to browsers over the Pusher Channels protocol. Best effort: a lost message is repaired by the
/// page's refetch on reconnect, so callers never fail because of it.
/// </summary>
public interface IRealtime
{
    /// <summary>Hands the message over; returns once it is accepted for delivery, not once it is delivered.</summary>
    ValueTask PublishAsync(RealtimeMessage message, CancellationToken ct);
}

/// <param name="Channels">1..100 channel names, e.g. <c>private-team-{id}</c>.</param>
/// <param name="Event">Event name of the seed, e.g. <c>lead-created</c>.</param>
/// <param name="Payload">Serialised as JSON (snake_case), at most 10 kB; never personal data on team or dashboard channels.</param>
public sealed record RealtimeMessage(IReadOnlyList<string> Channels, string Event, IReadOnlyDictionary<string, object?> Payload);
