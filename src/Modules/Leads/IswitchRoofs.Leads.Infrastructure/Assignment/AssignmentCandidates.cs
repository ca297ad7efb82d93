using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Assignment;

/// <inheritdoc/>
internal sealed class AssignmentCandidates(LeadsDbContext db) : IAssignmentCandidates
{
    public async Task<IReadOnlyList<Candidate>> ListAsync(CancellationToken ct)
    {
        var people = await db.Set<Assignee>().AsNoTracking().Where(a => a.IsActive && a.Role == "sales" && a.Availability == "available").ToListAsync(ct);
        var ids = people.Select(p => p.Id.Value).ToArray();

        // Whether somebody has 10 or 10,000 open leads makes no difference, so counting stops at 10.
        var loads = await db.Database.SqlQuery<Load>(
            $"""
             SELECT a.id,
                    (SELECT count(*)::int FROM (SELECT FROM leads.leads l WHERE l.assigned_to = a.id AND l.status = ANY({OpenLeadStatuses.Stored})
                       AND l.deleted_at IS NULL LIMIT {AssignmentPolicy.BusyFrom}) open) AS open_leads,
                    (SELECT max(l.assigned_at) FROM leads.leads l WHERE l.assigned_to = a.id) AS last_assigned_at
             FROM unnest({ids}) AS a(id)
             """).ToDictionaryAsync(l => l.Id, ct);
        return [.. people.Select(p => new Candidate(p, loads[p.Id.Value].OpenLeads, loads[p.Id.Value].LastAssignedAt))];
    }

    public async Task<IReadOnlyDictionary<AssigneeId, TrackRecord>> TrackRecordsAsync(IReadOnlyCollection<AssigneeId> people, DateTimeOffset since, CancellationToken ct)
    {
        var ids = people.Select(p => p.Value).ToArray();
        var (won, lost) = (WireName.Of(LeadStatus.Won), WireName.Of(LeadStatus.Lost));
        return await db.Database.SqlQuery<Record>(
            $"""
             SELECT a.id, count(*) FILTER (WHERE l.status = {won})::int AS won, count(*) FILTER (WHERE l.status = {lost})::int AS lost,
                    count(*) FILTER (WHERE l.response_seconds <= l.response_target_seconds)::int AS in_time,
                    count(*) FILTER (WHERE l.response_seconds > l.response_target_seconds)::int AS late
             FROM unnest({ids}) AS a(id)
             LEFT JOIN leads.leads l ON l.assigned_to = a.id AND l.assigned_at >= {since} AND l.deleted_at IS NULL
             GROUP BY a.id
             """).ToDictionaryAsync(r => new AssigneeId(r.Id), r => new TrackRecord(r.Won, r.Lost, r.InTime, r.Late), ct);
    }

    private sealed record Record(Guid Id, int Won, int Lost, int InTime, int Late);

    private sealed record Load(Guid Id, int OpenLeads, DateTimeOffset? LastAssignedAt);
}
