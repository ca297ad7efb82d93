using IswitchRoofs.Shared.Application;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Projects.Application.Projects;

/// <summary>The row rule: the office sees every project, field technicians those whose team they are on.</summary>
internal static class ProjectAccess
{
    private static readonly Error Refused = Error.Forbidden("forbidden", "Your role may not do this with projects.");

    internal static Result<ProjectScope> ScopeOf(this ICurrentUser user) =>
        user.Has(ProjectsPermissions.Read) ? new ProjectScope(null)
        : user.Has(ProjectsPermissions.ReadAssigned) ? new ProjectScope(user.Id ?? Guid.Empty)
        : Refused;

    /// <summary>Whose status, completion and notes the caller may change.</summary>
    internal static Result<ProjectScope> WorkScopeOf(this ICurrentUser user) =>
        user.Has(ProjectsPermissions.Write) ? new ProjectScope(null)
        : user.Has(ProjectsPermissions.WorkAssigned) ? new ProjectScope(user.Id ?? Guid.Empty)
        : Refused;

    internal static Result Requires(this ICurrentUser user, string permission) =>
        user.Has(permission) ? Result.Success() : Refused;
}
