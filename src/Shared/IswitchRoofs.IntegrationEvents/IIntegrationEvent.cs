namespace IswitchRoofs.IntegrationEvents;

/// <summary>
/// A fact that one module tells the others: past tense, flat, immutable, carrying what a reader needs so that nobody
/// asks back. Stored values, set once.
/// </summary>
public interface IIntegrationEvent
{
    /// <summary>Identity of the fact: delivered at least once, handled once per consumer.</summary>
    Guid EventId { get; }

    DateTimeOffset OccurredAt { get; }
}
