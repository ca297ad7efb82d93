using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Notifications;

/// <param name="Audience">The end of "You get this because ...".</param>
public sealed record NotificationTypeRow(string Type, string Label, string Priority, string Audience);

/// <summary>The catalogue, as far as users are told of it.</summary>
public static class NotificationTypes
{
    public static IReadOnlyList<NotificationTypeRow> ForUsers { get; } =
        [.. NotificationCatalogue.All.Where(k => k.ForUsers).Select(k => new NotificationTypeRow(WireName.Of(k.Type), k.Label, WireName.Of(k.Priority), k.Audience))];

    /// <summary>What a wire name is called.</summary>
    public static string LabelOf(string type) =>
        WireName.TryParse<NotificationType>(type, out var parsed) ? NotificationCatalogue.Of(parsed).Label : type;
}
