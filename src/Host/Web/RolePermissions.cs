using System.Collections.Frozen;
using IswitchRoofs.Analytics.Application;
using IswitchRoofs.Customers.Application;
using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application;
using IswitchRoofs.Projects.Application;
using IswitchRoofs.Scheduling.Application;
using IswitchRoofs.Shared.Application;

namespace IswitchRoofs.Host.Web;

/// <summary>Which role may do what: product.md's table, in the one place where it is written down.</summary>
internal sealed class RolePermissions : IPermissionCatalog
{
    private static readonly string[] Everybody = [IdentityPermissions.OwnAccount];

    private static readonly string[] FieldTech =
    [
        .. Everybody,
        IdentityPermissions.ReadOwnTeams,
        CustomersPermissions.ReadAssigned, CustomersPermissions.ReadAssignedInteractions, CustomersPermissions.LogAssignedInteractions,
        ProjectsPermissions.ReadAssigned, ProjectsPermissions.WorkAssigned,
        SchedulingPermissions.ReadAssigned, SchedulingPermissions.WorkAssigned,
    ];

    private static readonly string[] Sales =
    [
        .. Everybody,
        IdentityPermissions.ReadTeams, IdentityPermissions.ShareViews,
        LeadsPermissions.Read, LeadsPermissions.Write, LeadsPermissions.Delete, LeadsPermissions.ReadPartners, LeadsPermissions.CreatePartners,
        CustomersPermissions.Read, CustomersPermissions.Write, CustomersPermissions.ReadInteractions, CustomersPermissions.WriteInteractions,
        ProjectsPermissions.Read, ProjectsPermissions.Write,
        SchedulingPermissions.Read, SchedulingPermissions.Write,
        AnalyticsPermissions.ReadOwn,
    ];

    private static readonly string[] Manager =
    [
        .. Sales,
        IdentityPermissions.ReadUsers, IdentityPermissions.WriteTeams, IdentityPermissions.ManageViews,
        LeadsPermissions.DeleteAny, LeadsPermissions.BulkAssignAny, LeadsPermissions.ReadTeamFigures, LeadsPermissions.Import,
        LeadsPermissions.WritePartners, LeadsPermissions.ManageCommissions,
        CustomersPermissions.Delete, CustomersPermissions.DeleteInteractions,
        ProjectsPermissions.Delete,
        SchedulingPermissions.Delete, SchedulingPermissions.BookOutsideHours,
        AnalyticsPermissions.Read,
    ];

    private static readonly string[] Admin =
    [
        .. Manager,
        IdentityPermissions.ManageUsers, IdentityPermissions.ManageTeams, IdentityPermissions.ManageIntegrations, IdentityPermissions.ReadAudit,
        IdentityPermissions.ManageSettings, IdentityPermissions.ManageSystem,
        LeadsPermissions.ManageScoring,
        CustomersPermissions.ForceDelete,
        AnalyticsPermissions.Manage,
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByRole = new Dictionary<string, FrozenSet<string>>
    {
        ["admin"] = Admin.ToFrozenSet(StringComparer.Ordinal),
        ["manager"] = Manager.ToFrozenSet(StringComparer.Ordinal),
        ["sales"] = Sales.ToFrozenSet(StringComparer.Ordinal),
        ["field_tech"] = FieldTech.ToFrozenSet(StringComparer.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every permission that exists: a policy with another name is a typing mistake.</summary>
    internal static readonly FrozenSet<string> All = ByRole.Values.SelectMany(p => p).ToFrozenSet(StringComparer.Ordinal);

    public bool Grants(string role, string permission) => ByRole.TryGetValue(role, out var permissions) && permissions.Contains(permission);

    public IReadOnlyCollection<string> PermissionsOf(string role) =>
        ByRole.TryGetValue(role, out var permissions) ? [.. permissions.Order(StringComparer.Ordinal)] : [];
}
