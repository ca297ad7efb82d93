using IswitchRoofs.Host.Web.Api;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Identity.Application.Users;
using IswitchRoofs.Shared.Application.Paging;
using Microsoft.AspNetCore.Mvc;

namespace IswitchRoofs.Host.Areas.Identity.Api;

internal static class UserEndpoints
{
    public static void MapUsersApi(this IEndpointRouteBuilder app)
    {
        var users = app.MapGroup("/api/users").WithTags("Users").RequireAuthorization(IdentityPermissions.ReadUsers)
            .RefuseUnknownQuery().WithIdempotency("identity");
        users.MapGet("/", ListUsers).WithName(nameof(ListUsers)).WithSummary("List users").Produces<PageOf<UserDetails>>();
        users.MapPost("/", PostUser).WithName("InviteUser").WithSummary("Invite a user: a mailed link lets them choose a password")
            .RequireAuthorization(IdentityPermissions.ManageUsers).Produces<UserDetails>(StatusCodes.Status201Created);
        users.MapGet("/{id:guid}", ReadUser).WithName(nameof(ReadUser)).WithSummary("Read a user").Produces<UserDetails>();
        users.MapPatch("/{id:guid}", PatchUser).WithName(nameof(PatchUser)).WithSummary("Change some fields of a user; a new role ends their sessions")
            .Accepts<UserPatch>("application/merge-patch+json", "application/json")
            .RequireAuthorization(IdentityPermissions.ManageUsers).Produces<UserDetails>();
        users.MapPost("/{id:guid}/deactivate", PostDeactivation).WithName("DeactivateUser").WithSummary("Disable a user; ends their sessions")
            .RequireAuthorization(IdentityPermissions.ManageUsers).Produces<UserDetails>();
        users.MapPost("/{id:guid}/invite", PostInvitation).WithName("InviteUserAgain").WithSummary("Mail the invitation anew; the link before it works no more")
            .RequireAuthorization(IdentityPermissions.ManageUsers).Produces<UserDetails>();
        users.MapPost("/{id:guid}/two-factor/reset", PostReset).WithName("ResetSecondFactor").WithSummary("Take a user's lost second factor away; ends their sessions")
            .RequireAuthorization(IdentityPermissions.ManageUsers).Produces<UserDetails>();
        users.MapPost("/{id:guid}/activate", PostActivation).WithName("ActivateUser").WithSummary("Let a disabled user sign in again")
            .RequireAuthorization(IdentityPermissions.ManageUsers).Produces<UserDetails>();
    }

    private static async Task<IResult> ListUsers(HttpContext http, [AsParameters] UserListQuery query, SearchUsersHandler handler, CancellationToken ct) =>
        ApiAnswers.Page(http, await handler.HandleAsync(query.ToRequest(), ct));

    private static async Task<IResult> PostUser(HttpContext http, InviteUser command, InviteUserHandler handler, CancellationToken ct) =>
        ApiAnswers.Created(http, (await handler.HandleAsync(command, ct)).Versioned(u => u.Version), user => $"/api/users/{user.Id}");

    private static async Task<IResult> PostInvitation(HttpContext http, Guid id, IfMatch ifMatch, InviteAgainHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new InviteAgain(id, ifMatch.Version), ct)).Versioned(u => u.Version));

    private static async Task<IResult> PostReset(HttpContext http, Guid id, IfMatch ifMatch, ResetSecondFactorHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ResetSecondFactor(id, ifMatch.Version), ct)).Versioned(u => u.Version));

    private static async Task<IResult> ReadUser(HttpContext http, Guid id, GetUserHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new GetUser(id), ct)).Versioned(u => u.Version));

    private static async Task<IResult> PatchUser(HttpContext http, Guid id, UserPatch fields, IfMatch ifMatch, ChangeUserHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new ChangeUser(id, fields, ifMatch.Version), ct)).Versioned(u => u.Version));

    private static async Task<IResult> PostDeactivation(HttpContext http, Guid id, IfMatch ifMatch, SetUserActiveHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new SetUserActive(id, false, ifMatch.Version), ct)).Versioned(u => u.Version));

    private static async Task<IResult> PostActivation(HttpContext http, Guid id, IfMatch ifMatch, SetUserActiveHandler handler, CancellationToken ct) =>
        ApiAnswers.Item(http, (await handler.HandleAsync(new SetUserActive(id, true, ifMatch.Version), ct)).Versioned(u => u.Version));
}

/// <summary>Query of <c>GET /api/users</c>.</summary>
internal sealed record UserListQuery(
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "role")] string? Role,
    [FromQuery(Name = "team_id")] Guid? TeamId,
    [FromQuery(Name = "is_active")] bool? IsActive,
    [FromQuery(Name = "page")] int? Page,
    [FromQuery(Name = "per_page")] int? PerPage,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "sort")] string? Sort)
{
    public SearchUsers ToRequest() => new(new PageRequest(Page, PerPage, Cursor, Sort), Q, Role, TeamId, IsActive);
}
