namespace IswitchRoofs.Leads.Application;

public static class LeadsPermissions
{
    public const string Read = "leads.read";
    public const string Write = "leads.write";

    /// <summary>Delete one's own leads.</summary>
    public const string Delete = "leads.delete";

    public const string DeleteAny = "leads.delete_any";
    /// <summary>How fast each colleague answers; without it one's own figures only.</summary>
    public const string ReadTeamFigures = "leads.read_team_figures";

    /// <summary>Import files of leads, see and undo imports: a bulk operation, so not for sales.</summary>
    public const string Import = "leads.import";

    public const string BulkAssignAny = "leads.bulk_assign_any";

    /// <summary>The rules that give leads their score (S12).</summary>
    public const string ManageScoring = "leads.manage_scoring";

    public const string ReadPartners = "partners.read";

    /// <summary>Enter partners and the leads that they refer.</summary>
    public const string CreatePartners = "partners.create";

    public const string WritePartners = "partners.write";

    /// <summary>Approve, pay and cancel what partners earn.</summary>
    public const string ManageCommissions = "commissions.manage";
}
