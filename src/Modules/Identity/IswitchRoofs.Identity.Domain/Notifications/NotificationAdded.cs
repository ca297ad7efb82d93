using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.SharedKernel.Domain;

namespace IswitchRoofs.Identity.Domain.Notifications;

public sealed record NotificationAdded(
    DateTimeOffset OccurredAt,
    NotificationId NotificationId,
    UserId UserId,
    NotificationType Type,
    string Title,
    NotificationPriority Priority,
    string? EntityType,
    Guid? EntityId) : IDomainEvent;
