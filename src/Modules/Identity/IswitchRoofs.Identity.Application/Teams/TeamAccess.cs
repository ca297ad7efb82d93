using IswitchRoofs.Identity.Domain.Teams;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Identity.Application.Teams;

internal static class TeamAccess
{
    /// <summary>A manager changes only teams of their own.</summary>
    internal static bool MayChange(this ICurrentUser caller, Team team) =>
        caller.Has(IdentityPermissions.ManageTeams)
        || (caller.Has(IdentityPermissions.WriteTeams) && caller.Id is { } id && team.ManagerId == id);
}
