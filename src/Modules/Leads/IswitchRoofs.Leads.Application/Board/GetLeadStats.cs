using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Board;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.SharedKernel.Results;

namespace IswitchRoofs.Leads.Application.Board;

/// <summary>How many leads there are, by what.</summary>
/// <param name="AssignedTo">Null for everybody's, <c>me</c> or a user's id.</param>
public sealed record GetLeadStats(string? AssignedTo);

/// <param name="OpenValue">Sum of the estimated values of open leads.</param>
/// <param name="MeanScore">Of all leads; null without any.</param>
/// <param name="Converted">Won leads.</param>
public sealed record LeadStats(
    int Total, int Open, decimal OpenValue, int Unassigned, int Converted, decimal? MeanScore,
    IReadOnlyList<LeadStatusFigure> ByStatus, IReadOnlyList<LeadTemperatureFigure> ByTemperature, IReadOnlyList<LeadSourceFigure> BySource);

public sealed record LeadStatusFigure(string Status, int Count, decimal Value);

public sealed record LeadTemperatureFigure(string Temperature, int Count);

/// <param name="Won">How many of them became customers.</param>
public sealed record LeadSourceFigure(string Source, int Count, int Won, decimal Value);

public sealed class GetLeadStatsHandler(ILeadTotals totals, AnswerCache cache, ICurrentUser user) : IUseCase
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public async Task<Result<LeadStats>> HandleAsync(GetLeadStats request, CancellationToken ct)
    {
        var check = new Validation();
        var person = request.AssignedTo == "none" ? null : LeadFilter.PersonOf(request.AssignedTo, check, user);
        if (request.AssignedTo == "none") check.Add("assigned_to", "must be me or a user's id.");
        if (check.Failed) return check.ToError();
        return await cache.GetAsync($"leads:stats:{person?.ToString() ?? "all"}:v1", ["leads"], Lifetime, async token => Sum(await totals.GroupsAsync(person, token)), ct);
    }

    private static LeadStats Sum(IReadOnlyList<LeadGroup> groups)
    {
        var total = groups.Sum(g => g.Count);
        var open = groups.Where(g => Lead.IsOpen(g.Status)).ToArray();
        return new LeadStats(
            total, open.Sum(g => g.Count), open.Sum(g => g.Value), groups.Sum(g => g.Unassigned), groups.Where(g => g.Status == LeadStatus.Won).Sum(g => g.Count),
            total == 0 ? null : decimal.Round((decimal)groups.Sum(g => g.ScoreSum) / total, 1, MidpointRounding.AwayFromZero),
            [.. Each(groups, g => g.Status).Select(s => new LeadStatusFigure(WireName.Of(s.Key), s.Count, s.Value))],
            [.. Each(groups, g => g.Temperature).Select(t => new LeadTemperatureFigure(WireName.Of(t.Key), t.Count))],
            [.. Each(groups, g => g.Source).Select(s => new LeadSourceFigure(WireName.Of(s.Key), s.Count, s.Won, s.Value))]);
    }

    // Every value has its line, also the ones that no lead has.
    private static IEnumerable<(T Key, int Count, int Won, decimal Value)> Each<T>(IReadOnlyList<LeadGroup> groups, Func<LeadGroup, T> key) where T : struct, Enum
    {
        var found = groups.ToLookup(key);
        return Enum.GetValues<T>().Select(k => (k, found[k].Sum(g => g.Count), found[k].Where(g => g.Status == LeadStatus.Won).Sum(g => g.Count), found[k].Sum(g => g.Value)));
    }
}
