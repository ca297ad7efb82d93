using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Paging;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Host.Areas.Projects.Api;

/// <summary>Body of <c>POST /api/projects/{id}/status</c>.</summary>
/// <param name="Reason">Needed to cancel.</param>
internal sealed record ProjectStatusBody(string? Status, string? Reason);

/// <summary>REST door of the projects.</summary>
internal static class ProjectEndpoints
{
    /// <summary>Which of the two decides which projects there are to see.</summary>
    internal const string Readers = ProjectsPermissions.Read + "|" + ProjectsPermissions.ReadAssigned;

    /// <summary>Field technicians change status, completion and notes of their own projects; the use case sees to that.</summary>
    internal const string Workers = ProjectsPermissions.Write + "|" + ProjectsPermissions.WorkAssigned;

    public static void MapProjectsApi(this IEndpointRouteBuilder app)
    {
        var projects = app.MapGroup("/api/projects").WithTags("Projects").RequireAuthorization(Readers)
            .RefuseUnknownQuery().WithIdempotency("projects");
        projects.MapGet("/", ListProjects).WithName(nameof(ListProjects)).WithSummary("List projects").Produces<PageOf<ProjectRow>>();
        projects.MapPost("/", PostProject).WithName(nameof(PostProject)).WithSummary("Open a project for a customer")
            .RequireAuthorization(ProjectsPermissions.Write).Produces<ProjectDetails>(StatusCodes.Status201Created);
        projects.MapGet("/{id:guid}", ReadProject).WithName(nameof(ReadProject)).WithSummary("Read a project").Produces<ProjectDetails>();
        projects.MapPatch("/{id:guid}", PatchProject).WithName(nameof(PatchProject)).WithSummary("Change some fields of a project")
            .Accepts<ProjectPatch>("application/merge-patch+json", "application/json")
            .RequireAuthorization(Workers).Produces<ProjectDetails>();
        projects.MapPut("/{id:guid}", PutProject).WithName(nameof(PutProject)).WithSummary("Replace all fields of a project")
            .RequireAuthorization(ProjectsPermissions.Write).Produces<ProjectDetails>();
        projects.MapDelete("/{id:guid}", RemoveProject).WithName(nameof(RemoveProject)).WithSummary("Move a project to the trash")
            .RequireAuthorization(ProjectsPermissions.Delete).Produces(StatusCodes.Status204NoContent);
        projects.MapPost("/{id:guid}/restore", PostProjectRestore).WithName("RestoreProject").WithSummary("Take a project out of the trash")
            .RequireAuthorization(ProjectsPermissions.Delete).Produces<ProjectDetails>();
        projects.MapPost("/{id:guid}/status", PostProjectStatus).WithName("ChangeProjectStatus").WithSummary("Move a project along its way")
            .RequireAuthorization(Workers).Produces<ProjectDetails>();
        projects.MapGet("/{id:guid}/profitability", ReadProfitability).WithName(nameof(ReadProfitability)).WithSummary("Cost, revenue, margin and return of a project")
            .Produces<Profitability>();
        projects.MapGet("/{id:guid}/history", ReadProjectHistory).WithName(nameof(ReadProjectHistory)).WithSummary("A project's way so far, newest step first")
            .Produces<ProjectHistory>();
    }

    private static async Task<IResult> ListProjects(HttpContext http, [AsParameters] ProjectListQuery query, SearchProjectsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostProject(HttpContext http, CreateProject command, CreateProjectHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, Tagged(await handler.HandleAsync(command, ct)), project => $"/api/projects/{project.Id}");

    private static async Task<IResult> ReadProject(HttpContext http, Guid id, GetProjectHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new GetProject(id), ct)));

    private static async Task<IResult> PatchProject(HttpContext http, Guid id, ProjectPatch fields, IfMatch ifMatch, ChangeProjectHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new ChangeProject(id, fields, ifMatch.Version), ct)));

    private static async Task<IResult> PutProject(HttpContext http, Guid id, ProjectFields fields, IfMatch ifMatch, ReplaceProjectHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new ReplaceProject(id, fields, ifMatch.Version), ct)));

    private static async Task<IResult> RemoveProject(Guid id, IfMatch ifMatch, DeleteProjectHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteProject(id, ifMatch.Version), ct));

    private static async Task<IResult> PostProjectRestore(HttpContext http, Guid id, RestoreProjectHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new RestoreProject(id), ct)));

    private static async Task<IResult> PostProjectStatus(
        HttpContext http, Guid id, ProjectStatusBody body, IfMatch ifMatch, MoveProjectHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, Tagged(await handler.HandleAsync(new MoveProject(id, body.Status, body.Reason, ifMatch.Version), ct)));

    private static async Task<IResult> ReadProfitability(Guid id, GetProfitabilityHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetProfitability(id), ct));

    private static async Task<IResult> ReadProjectHistory(Guid id, GetProjectHistoryHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetProjectHistory(id), ct));

    private static Result<Versioned<ProjectDetails>> Tagged(Result<ProjectDetails> result) =>
        result.IsFailure ? result.Error : new Versioned<ProjectDetails>(result.Value, result.Value.Version);
}
