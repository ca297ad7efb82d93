using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>A project's way so far, newest step first.</summary>
public sealed record GetProjectHistory(Guid Id);

public sealed record ProjectHistory(IReadOnlyList<ProjectStep> Items);

/// <param name="FromStatus">Null for the opening.</param>
public sealed record ProjectStep(string? FromStatus, string ToStatus, string? Reason, DateTimeOffset ChangedAt, Guid? ChangedBy, string ChangedByName);

public sealed class GetProjectHistoryHandler(
    IReadRepository<Project> projects, IReadRepository<ProjectMove> moves, ICurrentUser user) : IUseCase
{
    public async Task<Result<ProjectHistory>> HandleAsync(GetProjectHistory query, CancellationToken ct)
    {
        var scope = user.ScopeOf();
        if (scope.IsFailure) return scope.Error;
        var id = ProjectId.From(query.Id);
        if (!await projects.AnyAsync(new ProjectToWorkOn(id, scope.Value), ct)) return ProjectErrors.NotFound(id);
        return new ProjectHistory(await moves.ListAsync(new MovesOfProject(id), ct));
    }
}
