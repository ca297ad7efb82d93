namespace IswitchRoofs.Shared.Infrastructure.Persistence;

/// <summary>Cache tags to drop and the relay to wake, once the change can be seen by others and not before.</summary>
internal sealed class AfterCommit
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    public bool HasOutboxMessages { get; set; }

    public IReadOnlyCollection<string> Tags => _tags;

    public void Drop(string tag) => _tags.Add(tag);

    public void Clear()
    {
        _tags.Clear();
        HasOutboxMessages = false;
    }
}
