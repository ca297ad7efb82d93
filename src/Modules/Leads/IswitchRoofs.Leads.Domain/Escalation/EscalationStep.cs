namespace IswitchRoofs.Leads.Domain.Escalation;

/// <summary>Who is told, in the order of R3.</summary>
public enum EscalationStep
{
    /// <summary>The assignee, while there is still time.</summary>
    Remind,

    /// <summary>The assignee and the managers of the lead's teams: the target has passed.</summary>
    Missed,

    /// <summary>All managers.</summary>
    Managers,

    /// <summary>The admins.</summary>
    Admins,
}
