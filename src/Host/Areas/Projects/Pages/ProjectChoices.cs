namespace IswitchRoofs.Host.Areas.Projects.Pages;

/// <summary>What the pages offer to choose from, in the order of the work.</summary>
internal static class ProjectChoices
{
    internal static readonly string[] Path = ["planning", "approved", "scheduled", "in_progress", "inspection", "completed", "invoiced", "paid"];

    internal static readonly string[] Statuses = [.. Path, "on_hold", "cancelled"];

    internal static readonly string[] Types =
        ["full_replacement", "repair", "inspection", "maintenance", "emergency", "insurance_claim", "new_construction"];

    internal static readonly string[] Priorities = ["low", "medium", "high", "urgent"];

    internal static readonly string[] Materials =
        ["asphalt_shingles", "metal", "tile", "slate", "flat_roof", "tpo", "epdm", "modified_bitumen"];
}
