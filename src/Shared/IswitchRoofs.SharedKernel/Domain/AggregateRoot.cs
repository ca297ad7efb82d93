namespace IswitchRoofs.SharedKernel.Domain;

/// <summary>The unit of consistency: loaded, changed and saved as one, holding other aggregates only by id.</summary>
public abstract class AggregateRoot : Entity
{
    private readonly List<IDomainEvent> _domainEvents = [];

    /// <summary>PostgreSQL's <c>xmin</c>: moves with every committed change of the row; the REST API's ETag.</summary>
    public uint Version { get; private set; }

    public IReadOnlyList<IDomainEvent> DomainEvents => _domainEvents;

    /// <summary>Called once the events have been written to the outbox.</summary>
    public void ClearDomainEvents() => _domainEvents.Clear();

    protected void Raise(IDomainEvent domainEvent) => _domainEvents.Add(domainEvent);
}
