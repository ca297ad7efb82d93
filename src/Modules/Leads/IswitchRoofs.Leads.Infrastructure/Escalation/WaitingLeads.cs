using IswitchRoofs.Leads.Domain.Escalation;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Escalation;

/// <inheritdoc/>
internal sealed class WaitingLeads(LeadsDbContext db) : IWaitingLeads
{
    public async Task<IReadOnlyList<LeadToEscalate>> ListAsync(IReadOnlyDictionary<Temperature, EscalationBounds> bounds, int atMost, CancellationToken ct)
    {
        var temperatures = bounds.Keys.Select(t => WireName.Of(t)).ToArray();
        var since = bounds.Values.Select(b => b.Since).ToArray();
        var (remind, missed, managers, admins) = (At(EscalationStep.Remind), At(EscalationStep.Missed), At(EscalationStep.Managers), At(EscalationStep.Admins));

        // The ends of the whole range again by themselves: they are what the index of creation times is read by.
        var (first, last) = (since.Min(), remind.Max());
        var rows = await db.Database.SqlQuery<Row>(
            $"""
             SELECT l.id, l.first_name, l.last_name, l.temperature, l.assigned_to, l.team_ids, l.created_at, r.step,
                    ARRAY(SELECT e.step FROM leads.lead_escalations e WHERE e.lead_id = l.id) AS told
             FROM leads.leads l
             JOIN unnest({temperatures}, {since}, {remind}, {missed}, {managers}, {admins}) AS b(temperature, since, remind, missed, managers, admins)
               ON b.temperature = l.temperature
             CROSS JOIN LATERAL (SELECT CASE WHEN l.created_at <= b.admins THEN 'admins' WHEN l.created_at <= b.managers THEN 'managers'
                                             WHEN l.created_at <= b.missed THEN 'missed' ELSE 'remind' END AS step) r
             WHERE l.deleted_at IS NULL AND l.first_response_at IS NULL AND l.import_id IS NULL AND l.status = ANY({OpenLeadStatuses.Stored})
               AND l.created_at > {first} AND l.created_at <= {last} AND l.created_at > b.since AND l.created_at <= b.remind
               AND NOT EXISTS (SELECT FROM leads.lead_escalations e WHERE e.lead_id = l.id AND e.step = r.step)
             ORDER BY l.created_at, l.id LIMIT {atMost}
             """).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new LeadToEscalate(
                new WaitingLead(new LeadId(r.Id), $"{r.FirstName} {r.LastName}", WireName.Parse<Temperature>(r.Temperature), r.AssignedTo, r.TeamIds, r.CreatedAt),
                WireName.Parse<EscalationStep>(r.Step), [.. r.Told.Select(WireName.Parse<EscalationStep>)])),
        ];

        DateTimeOffset[] At(EscalationStep step) => [.. bounds.Values.Select(b => b.Until[step])];
    }

    private sealed record Row(
        Guid Id, string FirstName, string LastName, string Temperature, Guid? AssignedTo, Guid[] TeamIds, DateTimeOffset CreatedAt, string Step, string[] Told);
}
