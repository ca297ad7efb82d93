namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>A lead moved in the pipeline.</summary>
public sealed record LeadStatusChanged(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    string LeadName,
    string FromStatus,
    string ToStatus,
    string? LostReason,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds,
    Guid? ChangedBy) : IIntegrationEvent;
