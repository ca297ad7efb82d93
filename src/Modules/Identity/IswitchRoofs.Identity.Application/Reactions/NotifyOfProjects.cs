using IswitchRoofs.Identity.Domain.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Crew and project manager learn of a project, except who opened it.</summary>
public sealed class NotifyOfNewProject(IRepository<Notification> notifications, IReadRepository<User> users, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(ProjectCreated e, CancellationToken ct)
    {
        var people = e.AssignedTeam.Select(id => (Guid?)id).Append(e.ProjectManagerId).Where(id => id != e.CreatedBy);
        foreach (var user in await users.ActiveAsync(people, ct))
            notifications.Add(Notification.To(
                user, NotificationType.ProjectCreated, NotificationPriority.Normal, $"New project: {e.Name}",
                $"You are on a {Wording.Of(e.ProjectType)}.", "project", e.ProjectId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}

/// <summary>Crew and project manager learn that a project moved, except who moved it.</summary>
public sealed class NotifyOfProjectStatus(IRepository<Notification> notifications, IReadRepository<User> users, TimeProvider clock) : IReaction
{
    public async Task<Result> HandleAsync(ProjectStatusChanged e, CancellationToken ct)
    {
        var people = e.AssignedTeam.Select(id => (Guid?)id).Append(e.ProjectManagerId).Where(id => id != e.ChangedBy);
        foreach (var user in await users.ActiveAsync(people, ct))
            notifications.Add(Notification.To(
                user, NotificationType.ProjectStatusChanged, NotificationPriority.Normal, $"{e.Name} is now {Wording.Of(e.Status)}",
                e.Reason ?? $"Before: {Wording.Of(e.FromStatus)}.", "project", e.ProjectId, e.OccurredAt, clock.GetUtcNow()));
        return Result.Success();
    }
}
