namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A lead waits for its answer, and somebody is to be told of it (R3).</summary>
/// <param name="Step">remind: half the target has passed; missed: all of it; managers: half as much again; admins: twice as much.</param>
/// <param name="TargetAt">When the target passes, or passed.</param>
public sealed record LeadEscalated(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    string LeadName,
    string Step,
    string Temperature,
    DateTimeOffset TargetAt,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds) : IIntegrationEvent;
