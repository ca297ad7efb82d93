using IswitchRoofs.IntegrationEvents.Customers;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Projects.Infrastructure;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.TestKit;

namespace IswitchRoofs.Projects.Tests.Application;

/// <summary>The module on a database of its own that knows one customer, and short ways to say what a test does.</summary>
public abstract class ProjectsOnPostgres : IAsyncLifetime
{
    protected static readonly Guid Ann = new("01900000-0000-7000-8000-00000000a001");

    protected ModuleUnderTest Module { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Module = await ModuleUnderTest.StartAsync("projects", (services, configuration) => services.AddProjectsModule(configuration));
        await Module.PublishAsync(CustomerIs(Ann, "Ann Lee"));
    }

    public async Task DisposeAsync() => await Module.DisposeAsync();

    protected static CreateProject ARoof() => new() { CustomerId = Ann, Name = "Oak St roof", ProjectType = "full_replacement" };

    protected CustomerCreated CustomerIs(Guid id, string name) => new(
        Guid.CreateVersion7(), Module.Clock.GetUtcNow(), id, name, $"{id}@example.com", null, "residential", null, null, null, null, null, null);

    protected async Task<ProjectDetails> HavingAsync(CreateProject command)
    {
        var created = await CreateAsync(command);
        created.Error.ShouldBeNull();
        return created.Value;
    }

    protected async Task<ProjectDetails> HavingAsync(CreateProject command, params string[] moves)
    {
        var project = await HavingAsync(command);
        foreach (var status in moves)
        {
            var moved = await MoveAsync(project.Id, status);
            moved.Error.ShouldBeNull();
            project = moved.Value;
        }

        return project;
    }

    protected Task<Result<ProjectDetails>> CreateAsync(CreateProject command) =>
        Module.DoAsync<CreateProjectHandler, Result<ProjectDetails>>(h => h.HandleAsync(command, default));

    protected Task<Result<ProjectDetails>> GetAsync(Guid id) =>
        Module.DoAsync<GetProjectHandler, Result<ProjectDetails>>(h => h.HandleAsync(new GetProject(id), default));

    protected Task<Result<ProjectDetails>> PatchAsync(Guid id, ProjectPatch patch, uint? ifVersion = null) =>
        Module.DoAsync<ChangeProjectHandler, Result<ProjectDetails>>(h => h.HandleAsync(new ChangeProject(id, patch, ifVersion), default));

    protected Task<Result<ProjectDetails>> MoveAsync(Guid id, string? status, string? reason = null) =>
        Module.DoAsync<MoveProjectHandler, Result<ProjectDetails>>(h => h.HandleAsync(new MoveProject(id, status, reason), default));

    protected Task<Result> DeleteAsync(Guid id) =>
        Module.DoAsync<DeleteProjectHandler, Result>(h => h.HandleAsync(new DeleteProject(id), default));

    protected Task<Result<ProjectDetails>> RestoreAsync(Guid id) =>
        Module.DoAsync<RestoreProjectHandler, Result<ProjectDetails>>(h => h.HandleAsync(new RestoreProject(id), default));
}
