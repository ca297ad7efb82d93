namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>What was said about an interaction was corrected, or its follow-up completed; carries its whole current state.</summary>
public sealed record InteractionUpdated(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid InteractionId,
    Guid? CustomerId,
    Guid? LeadId,
    Guid? ProjectId,
    string InteractionType,
    string Direction,
    string? Outcome,
    DateTimeOffset TookPlaceAt,
    int? DurationMinutes,
    DateOnly? FollowUpOn,
    DateTimeOffset? FollowUpCompletedAt,
    Guid? UserId) : IIntegrationEvent;
