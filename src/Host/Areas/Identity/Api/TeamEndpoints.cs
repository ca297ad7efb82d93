using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Api;

internal static class TeamEndpoints
{
    public static void MapTeamsApi(this IEndpointRouteBuilder app)
    {
        var teams = app.MapGroup("/api/teams").WithTags("Teams")
            .RequireAuthorization($"{IdentityPermissions.ReadTeams}|{IdentityPermissions.ReadOwnTeams}")
            .RefuseUnknownQuery().WithIdempotency("identity");
        teams.MapGet("/", ListTeams).WithName(nameof(ListTeams)).WithSummary("List teams").Produces<PageOf<TeamDetails>>();
        teams.MapPost("/", PostTeam).WithName(nameof(PostTeam)).WithSummary("Create a team")
            .RequireAuthorization(IdentityPermissions.WriteTeams).Produces<TeamDetails>(StatusCodes.Status201Created);
        teams.MapGet("/{id:guid}", ReadTeam).WithName(nameof(ReadTeam)).WithSummary("Read a team").Produces<TeamDetails>();
        teams.MapPatch("/{id:guid}", PatchTeam).WithName(nameof(PatchTeam)).WithSummary("Change some fields of a team")
            .Accepts<TeamPatch>("application/merge-patch+json", "application/json")
            .RequireAuthorization(IdentityPermissions.WriteTeams).Produces<TeamDetails>();
        teams.MapDelete("/{id:guid}", DeleteTeam).WithName(nameof(DeleteTeam)).WithSummary("Delete a team; it can be restored for 30 days")
            .RequireAuthorization(IdentityPermissions.WriteTeams).Produces(StatusCodes.Status204NoContent);
        teams.MapPost("/{id:guid}/restore", RestoreTeam).WithName(nameof(RestoreTeam)).WithSummary("Restore a deleted team")
            .RequireAuthorization(IdentityPermissions.WriteTeams).Produces<TeamDetails>();
        teams.MapGet("/{id:guid}/workload", ReadWorkload).WithName("ReadTeamWorkload").WithSummary("Open leads and this week's appointments of each member")
            .Produces<TeamWorkload>();
        teams.MapPut("/{id:guid}/members/{userId:guid}", PutMember).WithName("AddTeamMember").WithSummary("Take somebody into a team")
            .RequireAuthorization(IdentityPermissions.WriteTeams).Produces<TeamDetails>();
        teams.MapDelete("/{id:guid}/members/{userId:guid}", RemoveMember).WithName("RemoveTeamMember").WithSummary("Take somebody out of a team")
            .RequireAuthorization(IdentityPermissions.WriteTeams).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListTeams(HttpContext http, [AsParameters] TeamListQuery query, SearchTeamsHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostTeam(HttpContext http, CreateTeam command, CreateTeamHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, (await handler.HandleAsync(command, ct)).Versioned(t => t.Version), team => $"/api/teams/{team.Id}");

    private static async Task<IResult> ReadTeam(HttpContext http, Guid id, GetTeamHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetTeam(id), ct)).Versioned(t => t.Version));

    private static async Task<IResult> PatchTeam(HttpContext http, Guid id, TeamPatch fields, IfMatch ifMatch, ChangeTeamHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeTeam(id, fields, ifMatch.Version), ct)).Versioned(t => t.Version));

    private static async Task<IResult> DeleteTeam(Guid id, IfMatch ifMatch, DeleteTeamHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new DeleteTeam(id, ifMatch.Version), ct));

    private static async Task<IResult> RestoreTeam(HttpContext http, Guid id, IfMatch ifMatch, RestoreTeamHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new RestoreTeam(id, ifMatch.Version), ct)).Versioned(t => t.Version));

    private static async Task<IResult> ReadWorkload(Guid id, GetTeamWorkloadHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(await handler.HandleAsync(new GetTeamWorkload(id), ct));

    private static async Task<IResult> PutMember(HttpContext http, Guid id, Guid userId, IfMatch ifMatch, AddTeamMemberHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new AddTeamMember(id, userId, ifMatch.Version), ct)).Versioned(t => t.Version));

    private static async Task<IResult> RemoveMember(Guid id, Guid userId, IfMatch ifMatch, RemoveTeamMemberHandler handler, CancellationToken ct) =>
        ApiAnswers.NoContent(await handler.HandleAsync(new RemoveTeamMember(id, userId, ifMatch.Version), ct));
}

/// <summary>Query of <c>GET /api/teams</c>.</summary>
internal sealed record TeamListQuery(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchTeams ToRequest() => new(new PageRequest(Page, PerPage, Cursor, Sort), Q);
}
