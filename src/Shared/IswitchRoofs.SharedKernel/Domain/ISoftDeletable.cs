namespace IswitchRoofs.SharedKernel.Domain;

/// <summary>Deleting moves to the trash: hidden from every query, restorable for 30 days, then removed for good.</summary>
public interface ISoftDeletable
{
    DateTimeOffset? DeletedAt { get; }
}
