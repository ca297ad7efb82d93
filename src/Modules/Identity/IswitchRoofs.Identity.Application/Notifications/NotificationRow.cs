namespace IswitchRoofs.Identity.Application.Notifications;

/// <param name="EntityType">With <paramref name="EntityId"/>: where a click leads, e.g. <c>lead</c>.</param>
public sealed record NotificationRow(
    Guid Id, Guid UserId, string Type, string Title, string? Body, string Priority, string? EntityType, Guid? EntityId, DateTimeOffset? ReadAt, DateTimeOffset CreatedAt);
