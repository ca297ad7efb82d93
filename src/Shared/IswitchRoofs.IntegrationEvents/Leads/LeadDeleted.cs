namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A lead went to the trash.</summary>
public sealed record LeadDeleted(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds) : IIntegrationEvent;
