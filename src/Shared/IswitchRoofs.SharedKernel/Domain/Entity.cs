namespace IswitchRoofs.SharedKernel.Domain;

/// <summary>Something with an identity and a life. State changes only through its intention-revealing methods.</summary>
public abstract class Entity
{
    /// <summary>Set when the row is first saved; never changes.</summary>
    public DateTimeOffset CreatedAt { get; protected set; }

    /// <summary>Set on every save that changes the row.</summary>
    public DateTimeOffset UpdatedAt { get; protected set; }
}
