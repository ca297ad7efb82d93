namespace IswitchRoofs.Analytics.Application;

public static class AnalyticsPermissions
{
    public const string Read = "analytics.read";

    /// <summary>The dashboard and one's own figures.</summary>
    public const string ReadOwn = "analytics.read_own";

    /// <summary>Rebuild the read models.</summary>
    public const string Manage = "analytics.manage";
}
