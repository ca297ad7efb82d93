using IswitchRoofs.Host.Web.Display;
using IswitchRoofs.Leads.Application.Bulk;
using IswitchRoofs.Leads.Application.Leads;

namespace IswitchRoofs.Host.Areas.Leads.Pages;

/// <summary>The form behind the bar that appears when rows of the list are chosen.</summary>
public sealed class BulkForm
{
    public string? Action { get; set; }

    /// <summary>Everything that the list's filters leave, not only the chosen rows.</summary>
    public bool All { get; set; }

    public IReadOnlyList<Guid> Ids { get; set; } = [];

    /// <summary>A person's id, or how to choose one for each lead.</summary>
    public string? To { get; set; }

    /// <summary>Also leads that somebody else has.</summary>
    public bool Force { get; set; }

    public string? Status { get; set; }

    public string? LostReason { get; set; }

    /// <summary>Separated by commas, as are the next.</summary>
    public string? AddTags { get; set; }

    public string? RemoveTags { get; set; }

    public ChangeLeads ToRequest(LeadSelection filter, bool dryRun) => new()
    {
        Ids = All ? null : Ids,
        Filter = All ? filter : null,
        Action = Action,
        AssignedTo = Guid.TryParse(To, out var person) ? person : null,
        Strategy = Action == "assign" && person == Guid.Empty ? To : null,
        Force = Force,
        Status = Action == "move" ? Status : null,
        LostReason = LostReason,
        AddTags = Split(AddTags),
        RemoveTags = Split(RemoveTags),
        DryRun = dryRun,
    };

    /// <summary>"94 leads were moved to Qualified".</summary>
    public string Say(int count, string one, string many) => $"{Words.Count(count, "lead")} {(count == 1 ? one : many)} " + Action switch
    {
        "assign" => "assigned",
        "move" => $"moved to {Words.Of(Status)}",
        "tag" => "tagged anew",
        _ => "moved to the trash",
    };

    /// <summary>"6 skipped: 4 somebody has, 2 won already"; null when none was.</summary>
    public static string? Skipped(IReadOnlyList<SkippedLead> skipped) => skipped.Count == 0
        ? null
        : $"{Formats.Number(skipped.Count)} skipped: {string.Join(", ", skipped.GroupBy(s => Why(s.Code)).OrderByDescending(g => g.Count()).Select(g => $"{Formats.Number(g.Count())} {g.Key}"))}.";

    private static string Why(string code) => code switch
    {
        "leads.already_converted" => "won already",
        "leads.move_not_allowed" => "cannot move there",
        "leads.already_assigned" => "with somebody else",
        "leads.not_yours" => "not yours",
        "leads.unchanged" => "already so",
        "leads.not_found" => "gone",
        "leads.nobody_free" => "without anybody free",
        "leads.too_many_tags" => "with too many tags",
        "leads.changed_since" or "leads.moved_since" => "changed since",
        _ => "refused",
    };

    private static string[]? Split(string? tags) =>
        string.IsNullOrWhiteSpace(tags) ? null : tags.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
