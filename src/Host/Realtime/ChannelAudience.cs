using System.Security.Claims;
using IswitchRoofs.Analytics.Application;
using IswitchRoofs.Identity.Application.Teams;
using IswitchRoofs.Projects.Application.Projects;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Infrastructure;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Asks the modules who may listen, as things are now and not as they were when the token was made.</summary>
internal sealed class ChannelAudience(GetTeamsOfUserHandler teams, GetProjectHandler projects, IPermissionCatalog permissions) : IChannelAudience
{
    public async ValueTask<bool> MayHearTeamAsync(ClaimsPrincipal user, Guid teamId, CancellationToken ct) =>
        user.UserId() is { } id && await teams.HandleAsync(new GetTeamsOfUser(id), ct) is { IsSuccess: true } own && own.Value.Any(t => t.Id == teamId);

    public async ValueTask<bool> MayHearProjectAsync(ClaimsPrincipal user, Guid projectId, CancellationToken ct) =>
        (await projects.HandleAsync(new GetProject(projectId), ct)).IsSuccess;

    public ValueTask<bool> MayHearDashboardAsync(ClaimsPrincipal user, CancellationToken ct) =>
        ValueTask.FromResult(user.May(permissions, AnalyticsPermissions.Read) || user.May(permissions, AnalyticsPermissions.ReadOwn));
}
