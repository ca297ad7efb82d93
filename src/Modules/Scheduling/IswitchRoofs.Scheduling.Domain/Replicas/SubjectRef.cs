using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Scheduling.Domain.Replicas;

/// <summary>What an appointment is about, as far as this module needs to know: that it exists, its name, who works on it.</summary>
public sealed class SubjectRef : Entity
{
    private SubjectRef()
    {
    }

    public SubjectKind Kind { get; private set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The people of a project; empty for others.</summary>
    public IReadOnlyList<Guid> Team { get; private set; } = [];

    public bool IsDeleted { get; private set; }

    public DateTimeOffset LastEventAt { get; private set; }

    public DateTimeOffset TrashEventAt { get; private set; }

    public static SubjectRef Of(SubjectKind kind, Guid id) => new() { Kind = kind, Id = id };

    public void Learn(string name, IReadOnlyList<Guid> team, DateTimeOffset at)
    {
        if (at < LastEventAt) return;
        (Name, Team, LastEventAt) = (name, team, at);
    }

    public void MoveToTrash(bool isDeleted, DateTimeOffset at)
    {
        if (at < TrashEventAt) return;
        (IsDeleted, TrashEventAt) = (isDeleted, at);
    }
}
