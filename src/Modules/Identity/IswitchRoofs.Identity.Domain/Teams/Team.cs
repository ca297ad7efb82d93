using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Teams;

/// <summary>People who work an area together. Membership is part of the team's row, so it moves the team's version.</summary>
public sealed class Team : AggregateRoot, ISoftDeletable
{
    private Team() => Name = "";

    public TeamId Id { get; private set; }

    public string Name { get; private set; }

    public Guid? ManagerId { get; private set; }

    public Guid[] MemberIds { get; private set; } = [];

    /// <summary>ZIP codes of five digits.</summary>
    public string[] Territories { get; private set; } = [];

    /// <summary>Wire names of <see cref="TeamSkill"/>.</summary>
    public string[] Skills { get; private set; } = [];

    public DateTimeOffset? DeletedAt { get; private set; }

    public static Team Create(
        TeamId id, string name, UserId? managerId, IEnumerable<UserId> members, IEnumerable<string> territories, IEnumerable<string> skills, DateTimeOffset now)
    {
        var team = new Team { Id = id, Name = name, ManagerId = managerId?.Value, MemberIds = [.. members.Select(m => m.Value).Distinct()] };
        team.Cover(territories, skills);
        team.Tell(now);
        return team;
    }

    public void Change(string name, UserId? managerId, IEnumerable<string> territories, IEnumerable<string> skills, DateTimeOffset now)
    {
        Name = name;
        ManagerId = managerId?.Value;
        Cover(territories, skills);
        Tell(now);
    }

    /// <returns>False when the user was in the team already: nothing changed.</returns>
    public bool Admit(UserId user, DateTimeOffset now)
    {
        if (MemberIds.Contains(user.Value)) return false;
        MemberIds = [.. MemberIds, user.Value];
        Tell(now);
        return true;
    }

    /// <returns>False when the user was not in the team.</returns>
    public bool Dismiss(UserId user, DateTimeOffset now)
    {
        if (!MemberIds.Contains(user.Value)) return false;
        MemberIds = [.. MemberIds.Where(m => m != user.Value)];
        Tell(now);
        return true;
    }

    public void Delete(DateTimeOffset now)
    {
        if (DeletedAt is not null) return;
        DeletedAt = now;
        Tell(now);
    }

    public void Restore(DateTimeOffset now)
    {
        if (DeletedAt is null) return;
        DeletedAt = null;
        Tell(now);
    }

    private void Cover(IEnumerable<string> territories, IEnumerable<string> skills)
    {
        Territories = [.. territories.Distinct().Order(StringComparer.Ordinal)];
        Skills = [.. skills.Distinct().Order(StringComparer.Ordinal)];
    }

    private void Tell(DateTimeOffset now) => Raise(DeletedAt is null
        ? new TeamChanged(now, Id, Name, ManagerId, MemberIds)
        : new TeamChanged(now, Id, Name, ManagerId: null, MemberIds: []));
}
