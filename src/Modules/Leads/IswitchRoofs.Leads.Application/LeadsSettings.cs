namespace IswitchRoofs.Leads.Application;

/// <summary>Section <c>Leads</c> of the configuration.</summary>
public sealed record LeadsSettings
{
    /// <summary>Assign new leads by themselves (L4).</summary>
    public bool AutoAssign { get; init; } = true;
}
