using IswitchRoofs.Identity.Application;
using IswitchRoofs.Leads.Application;

namespace IswitchRoofs.Host.Web;

/// <param name="About">What one does there, for the overview.</param>
internal sealed record SettingsPage(string Label, string Icon, string Page, string Permission, string About, string Area = "Identity");

/// <summary>The settings in the order of the page.</summary>
internal static class SettingsPages
{
    public static readonly SettingsPage[] All =
    [
        new("Company", Icon: "building", "/Settings/Company", IdentityPermissions.ManageSettings, "Our name, time zone, phone numbers and logo."),
        new("Business hours", Icon: "clock", "/Settings/Hours", IdentityPermissions.ManageSettings, "When we work, and holidays."),
        new("Response targets", Icon: "alarm", "/Settings/ResponseTargets", IdentityPermissions.ManageSettings, "How soon leads are to be answered; storm mode.", "Leads"),
        new("Stale limits", Icon: "hourglass", "/Settings/StaleLimits", IdentityPermissions.ManageSettings, "After how many days without a touch a lead is stale.", "Leads"),
        new("Scoring rules", Icon: "gauge", "/Settings/ScoringRules", LeadsPermissions.ManageScoring, "What makes a lead promising; try changes before they hold.", "Leads"),
        new("Web forms", Icon: "mail", "/Settings/WebForms/Index", IdentityPermissions.ManageSettings, "Forms on web sites that make leads.", "Leads"),
        new("Users", Icon: "users", "/Settings/Users/Index", IdentityPermissions.ReadUsers, "Who works here, in which role; invite somebody."),
        new("Roles", Icon: "shield-check", "/Settings/Roles", IdentityPermissions.ReadUsers, "What each role may do, and why."),
        new("Security", Icon: "lock", "/Settings/Security", IdentityPermissions.ManageSettings, "Second factor, lockout and sessions."),
        new("Integrations", Icon: "plug", "/Settings/Integrations/Index", IdentityPermissions.ManageIntegrations, "Programs that work with our data."),
        new("Mail", Icon: "mail", "/Settings/Mail", IdentityPermissions.ManageSettings, "How mails leave, and those that failed."),
        new("Realtime", Icon: "plug-connected", "/Settings/Realtime", IdentityPermissions.ManageSettings, "How live updates reach browsers; try it."),
        new("Audit log", Icon: "history", "/Settings/Audit", IdentityPermissions.ReadAudit, "Who changed what, and when."),
        new("System", Icon: "server", "/Settings/System", IdentityPermissions.ManageSystem, "Jobs, events, cache and versions."),
    ];
}
