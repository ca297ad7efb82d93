using System.Security.Claims;

namespace IswitchRoofs.Host.Realtime;

/// <summary>Reads the channel's name and asks whoever knows the answer. What it does not know is refused.</summary>
internal sealed class ChannelAccess(IChannelAudience? audience = null) : IChannelAccess
{
    private const string User = "private-user-";
    private const string Team = "private-team-";
    private const string Project = "private-project-";
    private const string Dashboard = "private-dashboard";

    public ValueTask<bool> MaySubscribeAsync(ClaimsPrincipal user, string channel, CancellationToken ct)
    {
        if (user.Identity?.IsAuthenticated != true) return ValueTask.FromResult(false);
        if (IdIn(channel, User) is { } userId) return ValueTask.FromResult(user.UserId() == userId);
        if (audience is null) return ValueTask.FromResult(false);
        if (IdIn(channel, Team) is { } teamId) return audience.MayHearTeamAsync(user, teamId, ct);
        if (IdIn(channel, Project) is { } projectId) return audience.MayHearProjectAsync(user, projectId, ct);
        return string.Equals(channel, Dashboard, StringComparison.Ordinal)
            ? audience.MayHearDashboardAsync(user, ct)
            : ValueTask.FromResult(false);
    }

    private static Guid? IdIn(string channel, string prefix)
    {
        if (!channel.StartsWith(prefix, StringComparison.Ordinal)) return null;

        // One spelling only: names are compared as text, and events go to the canonical one.
        var text = channel[prefix.Length..];
        return Guid.TryParseExact(text, "D", out var id) && string.Equals(id.ToString("D"), text, StringComparison.Ordinal) ? id : null;
    }
}
