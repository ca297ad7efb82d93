using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <param name="EntityType">With <paramref name="EntityId"/>: where a click leads, e.g. <c>lead</c>.</param>
/// <param name="EmailState">How far the mail about it has come: <c>off</c>, <c>waiting</c>, <c>queued</c>, <c>sent</c>, <c>failed</c>, <c>dropped</c>.</param>
public sealed record NotificationRow(
    Guid Id, Guid UserId, string Type, string Title, string? Body, string Priority, string? EntityType, Guid? EntityId, string EmailState,
    DateTimeOffset? ReadAt, DateTimeOffset CreatedAt)
{
    internal const string NoMail = "off";

    internal static NotificationRow Of(Notification n) => new(
        n.Id.Value, n.UserId.Value, WireName.Of(n.Type), n.Title, n.Body, WireName.Of(n.Priority), n.EntityType, n.EntityId,
        n.Mail is null ? NoMail : WireName.Of(n.Mail.State), n.ReadAt, n.CreatedAt);
}
