using System.Security.Claims;

namespace IswitchRoofs.Host.Realtime;

/// <summary>The modules' part of <see cref="ChannelAccess"/>: rights that only they know.</summary>
internal interface IChannelAudience
{
    /// <summary>The team's members and managers.</summary>
    ValueTask<bool> MayHearTeamAsync(ClaimsPrincipal user, Guid teamId, CancellationToken ct);

    /// <summary>Those who may read the project.</summary>
    ValueTask<bool> MayHearProjectAsync(ClaimsPrincipal user, Guid projectId, CancellationToken ct);

    /// <summary>Those who may read the dashboard.</summary>
    ValueTask<bool> MayHearDashboardAsync(ClaimsPrincipal user, CancellationToken ct);
}
