using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents;
using IswitchRoofs.Shared.Application.Messaging;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Events = IswitchRoofs.IntegrationEvents.Identity;

namespace IswitchRoofs.Identity.Application;

/// <inheritdoc/>
public sealed class IdentityEventMap : IIntegrationEventMap
{
    public string Module => "Identity";

    public IReadOnlyDictionary<string, Type> Aliases { get; } = new Dictionary<string, Type>
    {
        ["identity.user-changed.v1"] = typeof(Events.UserChanged),
        ["identity.team-changed.v1"] = typeof(Events.TeamChanged),
        ["identity.working-time-changed.v1"] = typeof(Events.WorkingTimeChanged),
        ["identity.business-hours-changed.v1"] = typeof(Events.BusinessHoursChanged),
        ["identity.notification-added.v1"] = typeof(Events.NotificationAdded),
    };

    public IIntegrationEvent? Map(IDomainEvent domainEvent) => domainEvent switch
    {
        UserChanged e => new Events.UserChanged(
            Uuid.New(e.OccurredAt), e.OccurredAt, e.UserId.Value, e.Name, e.Email, WireName.Of(e.Role), e.IsActive, WireName.Of(e.Availability),
            e.TeamIds, e.ManagedTeamIds, e.Territories, e.Skills),
        TeamChanged e => new Events.TeamChanged(Uuid.New(e.OccurredAt), e.OccurredAt, e.TeamId.Value, e.Name, e.ManagerId, e.MemberIds),
        WorkingTimeChanged e => new Events.WorkingTimeChanged(Uuid.New(e.OccurredAt), e.OccurredAt, e.UserId.Value, e.WorkingHours, e.TimeOff),
        BusinessHoursChanged e => new Events.BusinessHoursChanged(Uuid.New(e.OccurredAt), e.OccurredAt, e.Hours, e.Holidays),
        NotificationAdded e => new Events.NotificationAdded(
            Uuid.New(e.OccurredAt), e.OccurredAt, e.NotificationId.Value, e.UserId.Value, WireName.Of(e.Type), e.Title, WireName.Of(e.Priority), e.EntityType, e.EntityId),
        _ => null,
    };
}
