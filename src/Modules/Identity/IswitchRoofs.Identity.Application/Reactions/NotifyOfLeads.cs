using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>The assignee hears of every assignment, also of one's own making: the clock runs.</summary>
public sealed class NotifyAssignee(IRepository<Notification> notifications, IReadRepository<User> users, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(LeadAssigned e, CancellationToken ct)
    {
        var hot = e.Temperature == "hot";
        foreach (var user in await users.ActiveAsync([e.AssigneeId], ct))
            notifications.Add(Notification.To(
                user, hot ? NotificationType.LeadHot : NotificationType.LeadAssigned, hot ? NotificationPriority.High : NotificationPriority.Normal,
                hot ? $"Hot lead for you: {e.LeadName}" : $"New lead for you: {e.LeadName}",
                $"Score {e.Score}, {Wording.Of(e.Source)}.", "lead", e.LeadId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}

/// <summary>The managers of the assignee's teams see hot leads come in.</summary>
public sealed class NotifyManagersOfHotLead(
    IRepository<Notification> notifications, IReadRepository<User> users, IReadRepository<Team> teams, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(LeadCreated e, CancellationToken ct)
    {
        if (e.Temperature != "hot") return Result.Success();
        var managers = await teams.ManagersOfAsync(e.TeamIds, ct);
        foreach (var user in await users.ActiveAsync(managers.Where(m => m != e.AssigneeId), ct))
            notifications.Add(Notification.To(
                user, NotificationType.LeadHot, NotificationPriority.High, $"Hot lead: {e.LeadName}",
                $"Score {e.Score}, {Wording.Of(e.Source)}.", "lead", e.LeadId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}

/// <summary>Nobody took the lead: the managers must (L4).</summary>
public sealed class NotifyManagersOfUnassignedLead(IRepository<Notification> notifications, IReadRepository<User> users, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(LeadLeftUnassigned e, CancellationToken ct)
    {
        foreach (var user in await users.ManagersAsync(ct))
            notifications.Add(Notification.To(
                user, NotificationType.Alert, NotificationPriority.High, $"Nobody is free for {e.LeadName}",
                $"The lead ({e.Temperature}, score {e.Score}) has no assignee.", "lead", e.LeadId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}
