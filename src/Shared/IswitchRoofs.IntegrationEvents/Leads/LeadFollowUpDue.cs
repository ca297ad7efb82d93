namespace IswitchRoofs.IntegrationEvents.Leads;

/// <summary>The day has come, or has passed, on which somebody wanted to follow up a lead.</summary>
public sealed record LeadFollowUpDue(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid LeadId,
    string LeadName,
    DateOnly DueOn,
    Guid? AssigneeId,
    IReadOnlyList<Guid> TeamIds) : IIntegrationEvent;
