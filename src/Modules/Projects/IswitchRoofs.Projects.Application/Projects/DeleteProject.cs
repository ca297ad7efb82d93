using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>Moves a project to the trash.</summary>
public sealed record DeleteProject(Guid Id, uint? IfVersion = null);

public sealed class DeleteProjectHandler(IRepository<Project> projects, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result> HandleAsync(DeleteProject command, CancellationToken ct)
    {
        var allowed = user.Requires(ProjectsPermissions.Delete);
        if (allowed.IsFailure) return allowed.Error;
        var id = ProjectId.From(command.Id);
        var project = await projects.FindAsync(id, ct);
        if (project is null) return ProjectErrors.NotFound(id);
        if (command.IfVersion is { } version && version != project.Version) return Error.Stale(project.Version);
        project.Trash(withCustomer: false, clock.GetUtcNow());
        await projects.SaveChangesAsync(ct);
        return Result.Success();
    }
}
