using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Work;

/// <summary>What this module needs to know of a lead or an appointment: whose it is, whether it is open, and when.</summary>
public sealed class WorkItem : Entity
{
    private WorkItem()
    {
    }

    public WorkKind Kind { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Null while nobody is responsible.</summary>
    public Guid? UserId { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>Of an appointment.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    public bool IsDeleted { get; private set; }

    public DateTimeOffset AsOf { get; private set; }

    public DateTimeOffset TrashAsOf { get; private set; }

    public static WorkItem Of(WorkKind kind, Guid id) => new() { Kind = kind, Id = id, IsOpen = true };

    /// <summary>Takes over newer news; older ones arrive late and say nothing new.</summary>
    public void Learn(Guid? user, bool isOpen, DateTimeOffset? startsAt, DateTimeOffset at)
    {
        if (at < AsOf) return;
        (UserId, IsOpen, StartsAt, AsOf) = (user, isOpen, startsAt, at);
    }

    public void MoveToTrash(bool isDeleted, DateTimeOffset at)
    {
        if (at < TrashAsOf) return;
        (IsDeleted, TrashAsOf) = (isDeleted, at);
    }
}

public enum WorkKind
{
    Lead,
    Appointment,
}
