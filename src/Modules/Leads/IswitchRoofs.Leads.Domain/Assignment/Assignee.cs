using System.Globalization;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Leads.Domain.Assignment;

public readonly record struct AssigneeId(Guid Value) : ITypedId<AssigneeId>
{
    public static AssigneeId From(Guid value) => new(value);
}

/// <summary>This module's replica of a user, as Identity last told it: who can take leads, where, and with which skills.</summary>
public sealed class Assignee : Entity
{
    /// <summary>A newcomer is neither favoured nor punished.</summary>
    public const int NeutralPerformance = 50;

    private Assignee()
    {
    }

    public AssigneeId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Role { get; private set; } = "";

    public bool IsActive { get; private set; }

    public string Availability { get; private set; } = "";

    public IReadOnlyList<Guid> TeamIds { get; private set; } = [];

    /// <summary>Five-digit ZIP codes.</summary>
    public IReadOnlyList<string> Territories { get; private set; } = [];

    public IReadOnlyList<string> Skills { get; private set; } = [];

    /// <summary>Days as <c>2026-12-24/2027-01-02</c>, both included.</summary>
    public IReadOnlyList<string> TimeOff { get; private set; } = [];

    public DateTimeOffset TimeOffAsOf { get; private set; }

    /// <summary>0..100, see <see cref="TrackRecord"/>.</summary>
    public int Performance { get; private set; } = NeutralPerformance;

    /// <summary>Instant of the event this state comes from: an older one that arrives later changes nothing.</summary>
    public DateTimeOffset AsOf { get; private set; }

    public static Assignee Of(Guid userId) => new() { Id = new AssigneeId(userId) };

    public void Update(
        string name, string role, bool isActive, string availability,
        IReadOnlyList<Guid> teamIds, IReadOnlyList<string> territories, IReadOnlyList<string> skills, DateTimeOffset asOf)
    {
        if (asOf < AsOf) return;
        (Name, Role, IsActive, Availability) = (name, role, isActive, availability);
        (TeamIds, Territories, Skills, AsOf) = (teamIds, territories, skills, asOf);
    }

    public void TakeTimeOff(IReadOnlyList<string> timeOff, DateTimeOffset asOf)
    {
        if (asOf < TimeOffAsOf) return;
        (TimeOff, TimeOffAsOf) = (timeOff, asOf);
    }

    public void Rate(TrackRecord record) => Performance = record.Performance;

    public bool IsOffOn(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return TimeOff.Any(t => string.CompareOrdinal(t[..text.Length], text) <= 0 && string.CompareOrdinal(text, t[(text.Length + 1)..]) <= 0);
    }
}
