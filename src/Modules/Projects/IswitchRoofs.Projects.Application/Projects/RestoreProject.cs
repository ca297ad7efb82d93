using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>Takes a project out of the trash, within thirty days.</summary>
public sealed record RestoreProject(Guid Id);

public sealed class RestoreProjectHandler(
    IRepository<Project> projects, IReadRepository<CustomerRef> customers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    public async Task<Result<ProjectDetails>> HandleAsync(RestoreProject command, CancellationToken ct)
    {
        var allowed = user.Requires(ProjectsPermissions.Delete);
        if (allowed.IsFailure) return allowed.Error;
        var id = ProjectId.From(command.Id);
        var project = await projects.FirstOrDefaultAsync(new ProjectEvenDeleted(id), ct);
        if (project is null) return ProjectErrors.NotFound(id);
        if (!await customers.AnyAsync(new LivingCustomer(project.CustomerId), ct)) return ProjectErrors.CustomerInTrash();
        var restored = project.TakeBack(clock.Now);
        if (restored.IsFailure) return restored.Error;
        await projects.SaveChangesAsync(ct);
        return (await projects.FirstOrDefaultAsync(new ProjectToShow(id, default, clock.Today), ct))!;
    }
}
