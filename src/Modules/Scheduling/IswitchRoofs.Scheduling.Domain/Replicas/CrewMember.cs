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

    /// <summary>As <c>monday 08:00-17:00</c>; empty for the company's hours.</summary>
    public IReadOnlyList<string> WorkingHours { get; private set; } = [];

    /// <summary>Days as <c>2026-12-24/2027-01-02</c>, both included.</summary>
    public IReadOnlyList<string> TimeOff { get; private set; } = [];

    public DateTimeOffset LastEventAt { get; private set; }

    public DateTimeOffset WorkingTimeAsOf { get; private set; }

    public static CrewMember Of(Guid id) => new() { Id = id };

    /// <summary>Takes over newer news; older ones arrive late and say nothing new.</summary>
    public void Learn(string name, string role, bool isActive, IReadOnlyList<Guid> teamIds, DateTimeOffset at)
    {
        if (at < LastEventAt) return;
        (Name, Role, IsActive, TeamIds, LastEventAt) = (name, role, isActive, teamIds, at);
    }

    public void Work(IReadOnlyList<string> workingHours, IReadOnlyList<string> timeOff, DateTimeOffset at)
    {
        if (at < WorkingTimeAsOf) return;
        (WorkingHours, TimeOff, WorkingTimeAsOf) = (workingHours, timeOff, at);
    }
}
