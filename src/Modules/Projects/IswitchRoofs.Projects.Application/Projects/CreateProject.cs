using IswitchRoofs.Projects.Domain.Customers;
using IswitchRoofs.Projects.Domain.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

public sealed record CreateProject : ProjectFields
{
    /// <summary>May be sent as <c>planning</c>, where every project begins.</summary>
    public string? Status { get; init; }
}

public sealed class CreateProjectHandler(
    IRepository<Project> projects, IReadRepository<CustomerRef> customers, ICurrentUser user, ICompanyClock clock) : IUseCase
{
    // A client may create a customer and at once a project for it, while the news of the customer is still on its way.
    private const int LastTry = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task<Result<ProjectDetails>> HandleAsync(CreateProject command, CancellationToken ct)
    {
        var allowed = user.Requires(ProjectsPermissions.Write);
        if (allowed.IsFailure) return allowed.Error;
        var check = new Validation();
        var plan = ProjectInput.Read(command, check);
        if (check.Enum<ProjectStatus>("status", command.Status) is not (null or ProjectStatus.Planning))
            check.Add("status", "must be planning: a project is moved on after it was created.");
        if (command.CustomerId is not { } customerId)
        {
            check.Add("customer_id", "is required.");
            return check.ToError();
        }

        if (check.Failed) return check.ToError();
        if (!await ExistsAsync(customerId, ct)) return ProjectErrors.CustomerUnknown(customerId);

        var now = clock.Now;
        var project = Project.Open(ProjectId.New(now), customerId, plan, new Mover(user.Id, user.Name), now);
        projects.Add(project);
        await projects.SaveChangesAsync(ct);
        return (await projects.FirstOrDefaultAsync(new ProjectToShow(project.Id, default, clock.Today), ct))!;
    }

    private async Task<bool> ExistsAsync(Guid customerId, CancellationToken ct)
    {
        for (var i = 0; ; i++)
        {
            // One look: between two the news could arrive, and look like that of a customer in the trash, where waiting changes nothing.
            if (await customers.FirstOrDefaultAsync(new CustomerRefById(customerId), ct) is { } known) return !known.Deleted;
            if (i == LastTry) return false;
            await Task.Delay(Pause, ct);
        }
    }
}
