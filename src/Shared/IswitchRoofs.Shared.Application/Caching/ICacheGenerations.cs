namespace IswitchRoofs.Shared.Application.Caching;

/// <summary>
/// A number per tag that moves with every change of what the tag names. Cached answers carry the numbers they were made
/// under, so an answer that was being computed while the change committed can never be found afterwards.
/// </summary>
public interface ICacheGenerations
{
    /// <summary>The tags' numbers as one text; null when they cannot be known now, so that nothing may be served from a cache.</summary>
    ValueTask<string?> StampAsync(IReadOnlyList<string> tags, CancellationToken ct);

    /// <summary>Moves the numbers; called after the commit and before the writer hears of it.</summary>
    ValueTask BumpAsync(IReadOnlyCollection<string> tags);
}
