using IswitchRoofs.Identity.Application.Notifications;
using IswitchRoofs.Identity.Domain.Users;
using IswitchRoofs.IntegrationEvents.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Identity.Application.Reactions;

/// <summary>Crew and project manager learn of a project, except who opened it.</summary>
public sealed class NotifyOfNewProject(Notifier notifier, IReadRepository<User> users) : IReaction
{
    public async Task<Result> HandleAsync(ProjectCreated e, CancellationToken ct)
    {
        var people = e.AssignedTeam.Select(id => (Guid?)id).Append(e.ProjectManagerId).Where(id => id != e.CreatedBy);
        var news = new News("project_created", "project", e.ProjectId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["project"] = e.Name, ["kind"] = Wording.Of(e.ProjectType),
        });
        await notifier.TellAsync(await users.ActiveAsync(people, ct), news, ct);
        return Result.Success();
    }
}

/// <summary>Crew and project manager learn that a project moved, except who moved it.</summary>
public sealed class NotifyOfProjectStatus(Notifier notifier, IReadRepository<User> users) : IReaction
{
    public async Task<Result> HandleAsync(ProjectStatusChanged e, CancellationToken ct)
    {
        var people = e.AssignedTeam.Select(id => (Guid?)id).Append(e.ProjectManagerId).Where(id => id != e.ChangedBy);
        var news = new News("project_status_changed", "project", e.ProjectId, e.OccurredAt, new Dictionary<string, string?>
        {
            ["project"] = e.Name, ["status"] = Wording.Of(e.Status), ["detail"] = e.Reason ?? $"Before: {Wording.Of(e.FromStatus)}.",
        });
        await notifier.TellAsync(await users.ActiveAsync(people, ct), news, ct);
        return Result.Success();
    }
}
