using IswitchRoofs.Leads.Domain.FollowUps;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Leads;

/// <summary>What a form about leads offers: the values of each enum in their own order, and where a lead may go next.</summary>
public static class LeadChoices
{
    public static IReadOnlyList<string> Statuses { get; } = WireName.All<LeadStatus>();

    /// <summary>Every status in which a lead is open, as the filter of a list takes them.</summary>
    public static string OpenStatuses { get; } = string.Join(',', Enum.GetValues<LeadStatus>().Where(Lead.IsOpen).Select(s => WireName.Of(s)));

    /// <summary>What the lead list can be sorted by.</summary>
    public static IReadOnlyCollection<string> Sorts => SearchLeadsHandler.Sorts.Names;

    /// <summary>The way from new to won; lost and nurture stand aside.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        [.. Enum.GetValues<LeadStatus>().Where(s => s is not (LeadStatus.Lost or LeadStatus.Nurture)).Select(s => WireName.Of(s))];

    public static IReadOnlyList<string> Sources { get; } = WireName.All<LeadSource>();

    public static IReadOnlyList<string> Temperatures { get; } = WireName.All<Temperature>();

    public static IReadOnlyList<string> ProjectTypes { get; } = WireName.All<ProjectType>();

    public static IReadOnlyList<string> Priorities { get; } = WireName.All<LeadPriority>();

    public static IReadOnlyList<string> Urgencies { get; } = WireName.All<Urgency>();

    internal static string? NextAction(string status, DateTimeOffset? firstResponseAt, DateOnly? followUpOn) =>
        NextActions.Of(WireName.Parse<LeadStatus>(status), firstResponseAt is not null, followUpOn) is { } action ? WireName.Of(action) : null;

    /// <summary>Where a lead may be moved from here (L1); won is not among them, it is reached by converting.</summary>
    public static IReadOnlyList<string> MovesFrom(string status) =>
        WireName.TryParse<LeadStatus>(status, out var from) ? [.. Lead.AllowedMoves(from).Select(s => WireName.Of(s))] : [];
}
