namespace IswitchRoofs.Identity.Application;

public static class IdentityPermissions
{
    public const string ReadUsers = "users.read";
    public const string ManageUsers = "users.manage";
    public const string ReadTeams = "teams.read";

    /// <summary>Only the teams that one belongs to.</summary>
    public const string ReadOwnTeams = "teams.read_own";

    /// <summary>Create teams and change those that one manages.</summary>
    public const string WriteTeams = "teams.write";

    /// <summary>Change every team.</summary>
    public const string ManageTeams = "teams.manage";

    /// <summary>One's own notifications, sessions and password: every signed-in person.</summary>
    public const string OwnAccount = "notifications.own";

    /// <summary>Show saved views to others; one's own are everybody's.</summary>
    public const string ShareViews = "views.share";

    /// <summary>Change and delete views that others have shared.</summary>
    public const string ManageViews = "views.manage";

    /// <summary>Create, change and remove the programs that have rights of their own.</summary>
    public const string ManageIntegrations = "integrations.manage";

    public const string ReadAudit = "audit.read";
    public const string ManageSettings = "settings.manage";
    public const string ManageSystem = "system.manage";
}
