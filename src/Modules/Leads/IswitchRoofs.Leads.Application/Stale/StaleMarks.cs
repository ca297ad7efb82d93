using IswitchRoofs.Leads.Application.Leads;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Shared.Application;
using IswitchRoofs.Shared.Application.Persistence;
using IswitchRoofs.SharedKernel.Specifications;

namespace IswitchRoofs.Leads.Application.Stale;

/// <summary>Marks the stale ones among rows that were read: one more question, and only where a row looks stale by itself.</summary>
public sealed class StaleMarks(IReadRepository<Lead> leads, LeadsSettings settings, ICompanyClock clock)
{
    internal async Task<IReadOnlyList<LeadRow>> OnAsync(IReadOnlyList<LeadRow> rows, CancellationToken ct)
    {
        var looks = rows.Where(r => LooksStale(r, clock.Now, clock.Today)).Select(r => new LeadId(r.Id)).ToArray();
        if (looks.Length == 0) return rows;
        var stale = (await leads.ListAsync(new StaleAmong(looks, settings.StaleDays, clock), ct)).ToHashSet();
        return stale.Count == 0 ? rows : [.. rows.Select(r => stale.Contains(r.Id) ? r with { Stale = true } : r)];
    }

    private bool LooksStale(LeadRow row, DateTimeOffset now, DateOnly today) =>
        Limit(row.Status) is { } days && row.LastTouchAt < now.AddDays(-days) && (row.NextFollowUpOn is null || row.NextFollowUpOn < today);

    private int? Limit(string status) => status switch
    {
        "new" => settings.StaleDays.New,
        "contacted" => settings.StaleDays.Contacted,
        "qualified" => settings.StaleDays.Qualified,
        "appointment_scheduled" => settings.StaleDays.AppointmentScheduled,
        "inspection_completed" => settings.StaleDays.InspectionCompleted,
        "quote_sent" => settings.StaleDays.QuoteSent,
        "negotiation" => settings.StaleDays.Negotiation,
        _ => null,
    };

    private sealed class StaleAmong : Specification<Lead, Guid>
    {
        public StaleAmong(LeadId[] ids, StaleLimits limits, ICompanyClock clock)
        {
            Query.Where(l => ids.Contains(l.Id)).Where(StaleRule.Of(true, limits, clock));
            Select(l => l.Id.Value);
        }
    }
}
