using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>Replaces everything people enter: what is not sent goes back to its default.</summary>
public sealed record ReplaceProject(Guid Id, ProjectFields Fields, uint? IfVersion = null);

public sealed class ReplaceProjectHandler(IRepository<Project> projects, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<ProjectDetails>> HandleAsync(ReplaceProject command, CancellationToken ct)
    {
        var allowed = user.Requires(ProjectsPermissions.Write);
        if (allowed.IsFailure) return allowed.Error;
        var id = ProjectId.From(command.Id);
        var project = await projects.FindAsync(id, ct);
        return project is null
            ? ProjectErrors.NotFound(id)
            : await Correction.ApplyAsync(projects, project, command.IfVersion, command.Fields, clock, ct);
    }
}
