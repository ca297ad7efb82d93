using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

public sealed record GetProject(Guid Id);

public sealed class GetProjectHandler(IReadRepository<Project> projects, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<ProjectDetails>> HandleAsync(GetProject query, CancellationToken ct)
    {
        var scope = user.ScopeOf();
        if (scope.IsFailure) return scope.Error;
        var id = ProjectId.From(query.Id);
        var details = await projects.FirstOrDefaultAsync(new ProjectToShow(id, scope.Value, clock.Today), ct);
        return details is null ? ProjectErrors.NotFound(id) : details;
    }
}
