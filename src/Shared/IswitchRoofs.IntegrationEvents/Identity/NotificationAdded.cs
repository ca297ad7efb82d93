namespace IswitchRoofs.IntegrationEvents.Identity;

/// <summary>A user has a new in-app notification: the bell rings.</summary>
public sealed record NotificationAdded(
    Guid EventId,
    DateTimeOffset OccurredAt,
    Guid NotificationId,
    Guid UserId,
    string Type,
    string Title,
    string Priority,
    string? EntityType,
    Guid? EntityId) : IIntegrationEvent;
