using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Stale;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Results;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Stale;

/// <summary>Marks the stale ones among rows that were read: one more question, and only where a row looks stale by itself.</summary>
public sealed class StaleMarks(IReadRepository<Lead> leads, CurrentStaleLimits limits, ICompanyClock clock)
{
    internal async Task<IReadOnlyList<LeadRow>> OnAsync(IReadOnlyList<LeadRow> rows, CancellationToken ct)
    {
        var set = await limits.ReadAsync(ct);
        var looks = rows.Where(r => LooksStale(r, set)).Select(r => new LeadId(r.Id)).ToArray();
        if (looks.Length == 0) return rows;
        var stale = (await leads.ListAsync(new StaleAmong(looks, set, clock), ct)).ToHashSet();
        return stale.Count == 0 ? rows : [.. rows.Select(r => stale.Contains(r.Id) ? r with { Stale = true } : r)];
    }

    private bool LooksStale(LeadRow row, StaleLimits set) =>
        set.DaysIn(WireName.Parse<LeadStatus>(row.Status)) is { } days && row.LastTouchAt < clock.Now.AddDays(-days) && (row.NextFollowUpOn is null || row.NextFollowUpOn < clock.Today);

    private sealed class StaleAmong : Specification<Lead, Guid>
    {
        public StaleAmong(LeadId[] ids, StaleLimits limits, ICompanyClock clock)
        {
            Query.Where(l => ids.Contains(l.Id)).Where(StaleRule.Of(true, limits, clock));
            Select(l => l.Id.Value);
        }
    }
}
