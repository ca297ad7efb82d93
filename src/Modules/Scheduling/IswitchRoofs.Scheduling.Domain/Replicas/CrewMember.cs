using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Scheduling.Domain.Replicas;

/// <summary>What this module needs to know of a user: whether they can be booked, and what they are called.</summary>
public sealed class CrewMember : Entity
{
    private CrewMember()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Role { get; private set; } = "";

    public bool IsActive { get; private set; }

    public IReadOnlyList<Guid> TeamIds { get; private set; } = [];

    public DateTimeOffset LastEventAt { get; private set; }

    public static CrewMember Of(Guid id) => new() { Id = id };

    /// <summary>Takes over newer news; older ones arrive late and say nothing new.</summary>
    public void Learn(string name, string role, bool isActive, IReadOnlyList<Guid> teamIds, DateTimeOffset at)
    {
        if (at < LastEventAt) return;
        (Name, Role, IsActive, TeamIds, LastEventAt) = (name, role, isActive, teamIds, at);
    }
}
