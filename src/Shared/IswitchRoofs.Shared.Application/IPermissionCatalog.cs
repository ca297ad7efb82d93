namespace IswitchRoofs.Shared.Application;

/// <summary>Which role may do what; the one place is the host's <c>RolePermissions</c>.</summary>
public interface IPermissionCatalog
{
    bool Grants(string role, string permission);

    IReadOnlyCollection<string> PermissionsOf(string role);
}
