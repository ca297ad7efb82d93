namespace IswitchRoofs.IntegrationEvents.Customers;

/// <summary>Somebody called, wrote, met or noted something.</summary>
public sealed record InteractionLogged(
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
    Guid? UserId,
    string UserName,
    bool ByPerson) : IIntegrationEvent;
