namespace IswitchRoofs.Projects.Domain.Customers;

/// <summary>What this module needs to know of a customer: a local copy, kept from Customers' events.</summary>
public sealed class CustomerRef
{
    private CustomerRef()
    {
    }

    public Guid CustomerId { get; private set; }
    public string Name { get; private set; } = "";
    public bool Deleted { get; private set; }
    public DateTimeOffset LastEventAt { get; private set; }

    public static CustomerRef Of(Guid customerId) => new() { CustomerId = customerId };

    /// <returns>False when the event is older than what is known: it is ignored.</returns>
    public bool Rename(string name, DateTimeOffset occurredAt)
    {
        if (occurredAt < LastEventAt) return false;
        Name = name;
        LastEventAt = occurredAt;
        return true;
    }

    /// <inheritdoc cref="Rename"/>
    public bool MarkDeleted(bool deleted, DateTimeOffset occurredAt)
    {
        if (occurredAt < LastEventAt) return false;
        Deleted = deleted;
        LastEventAt = occurredAt;
        return true;
    }
}
