namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A lead came back from the trash.</summary>
public sealed record LeadRestored(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds) : IIntegrationEvent;
