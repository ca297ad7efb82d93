using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>P1: moves a project along its way.</summary>
public sealed record MoveProject(Guid Id, string? Status, string? Reason = null, uint? IfVersion = null);

public sealed class MoveProjectHandler(IRepository<Project> projects, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<ProjectDetails>> HandleAsync(MoveProject command, CancellationToken ct)
    {
        var scope = user.WorkScopeOf();
        if (scope.IsFailure) return scope.Error;
        var check = new Validation();
        var to = check.Enum<ProjectStatus>("status", command.Status, required: true);
        var reason = check.Text("reason", command.Reason, 1_000);
        if (check.Failed || to is not { } status) return check.ToError();

        var id = ProjectId.From(command.Id);
        var project = await projects.FirstOrDefaultAsync(new ProjectToWorkOn(id, scope.Value), ct);
        if (project is null) return ProjectErrors.NotFound(id);
        if (command.IfVersion is { } version && version != project.Version) return Error.Stale(project.Version);
        var moved = project.Move(status, reason, new Mover(user.Id, user.Name), clock.Today, clock.Now);
        if (moved.IsFailure) return moved.Error;
        await projects.SaveChangesAsync(ct);
        return (await projects.FirstOrDefaultAsync(new ProjectToShow(id, default, clock.Today), ct))!;
    }
}
