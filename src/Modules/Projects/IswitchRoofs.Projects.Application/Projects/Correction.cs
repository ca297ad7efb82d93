using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>What PATCH and PUT have in common: they differ only in the fields they end up with.</summary>
internal static class Correction
{
    internal static async Task<Result<ProjectDetails>> ApplyAsync(
        IRepository<Project> projects, Project project, uint? ifVersion, ProjectFields fields, ICompanyClock clock, CancellationToken ct)
    {
        if (ifVersion is { } version && version != project.Version) return Error.Stale(project.Version);
        if (fields.CustomerId != project.CustomerId) return ProjectErrors.CustomerFixed();
        var check = new Validation();
        var plan = ProjectInput.Read(fields, check);
        if (check.Failed) return check.ToError();
        var corrected = project.Correct(plan.SplitSum is { } sum ? plan with { ActualCost = sum } : plan, clock.Now);
        if (corrected.IsFailure) return corrected.Error;
        await projects.SaveChangesAsync(ct);
        return (await projects.FirstOrDefaultAsync(new ProjectToShow(project.Id, default, clock.Today), ct))!;
    }
}
