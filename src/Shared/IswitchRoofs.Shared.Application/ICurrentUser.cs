namespace IswitchRoofs.Shared.Application;

/// <summary>On whose behalf the code runs: a signed-in person, an integration, or the system (jobs, reactions to events).</summary>
public interface ICurrentUser
{
    /// <summary>Null for the system.</summary>
    Guid? Id { get; }

    /// <summary>Display name for the audit trail.</summary>
    string Name { get; }

    /// <summary><c>admin</c>, <c>manager</c>, <c>sales</c>, <c>field_tech</c>; <c>system</c> for the system.</summary>
    string Role { get; }

    /// <summary><c>user</c>, <c>integration</c>, <c>job</c>, <c>system</c> or <c>anonymous</c>.</summary>
    string Kind { get; }

    IReadOnlyCollection<Guid> TeamIds { get; }

    /// <summary>The device's session; ends with its tokens.</summary>
    Guid? SessionId { get; }

    string? IpAddress { get; }

    string? UserAgent { get; }

    /// <summary>Whether the role grants the permission now, e.g. <c>leads.write</c>. The system may do everything.</summary>
    bool Has(string permission);
}
