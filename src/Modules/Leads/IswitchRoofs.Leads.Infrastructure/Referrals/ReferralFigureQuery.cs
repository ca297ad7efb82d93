using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Referrals;

/// <inheritdoc/>
internal sealed class ReferralFigureQuery(LeadsDbContext db) : IReferralFigures
{
    // Money is counted in the month in which it was fixed or paid, whenever the lead was sent.
    public async Task<IReadOnlyList<ReferralMonth>> ByMonthAsync(PartnerId? partner, DateTimeOffset from, DateTimeOffset to, string zone, CancellationToken ct)
    {
        var id = partner?.Value;
        return await db.Database.SqlQuery<ReferralMonth>(
            $"""
             SELECT date_trunc('month', h.at AT TIME ZONE {zone})::date AS month, sum(h.made)::int AS referrals, sum(h.converted)::int AS converted,
                    sum(h.revenue) AS revenue, sum(h.due) AS due, sum(h.paid) AS paid
             FROM (
               SELECT created_at AS at, 1 AS made, CASE WHEN status IN ('won', 'completed', 'paid') THEN 1 ELSE 0 END AS converted, 0.00 AS revenue, 0.00 AS due, 0.00 AS paid
               FROM leads.referrals WHERE deleted_at IS NULL AND created_at >= {from} AND created_at < {to} AND ({id}::uuid IS NULL OR partner_id = {id}::uuid)
               UNION ALL
               SELECT fixed_at, 0, 0, coalesce(project_value, 0), CASE WHEN paid_at IS NULL THEN commission_amount ELSE 0 END, 0
               FROM leads.referrals WHERE commission_cancelled_at IS NULL AND fixed_at >= {from} AND fixed_at < {to} AND ({id}::uuid IS NULL OR partner_id = {id}::uuid)
               UNION ALL
               SELECT paid_at, 0, 0, 0, 0, commission_amount
               FROM leads.referrals WHERE paid_at >= {from} AND paid_at < {to} AND ({id}::uuid IS NULL OR partner_id = {id}::uuid)) h
             GROUP BY 1 ORDER BY 1
             """).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<PartnerSums>> OfPartnersAsync(IReadOnlyList<PartnerId> partners, CancellationToken ct)
    {
        Guid[] ids = [.. partners.Select(p => p.Value)];
        return await db.Database.SqlQuery<PartnerSums>(
            $"""
             SELECT partner_id, count(*)::int AS referrals, (count(*) FILTER (WHERE status IN ('won', 'completed', 'paid')))::int AS converted,
                    coalesce(sum(project_value) FILTER (WHERE fixed_at IS NOT NULL AND commission_cancelled_at IS NULL), 0) AS revenue,
                    coalesce(sum(commission_amount) FILTER (WHERE paid_at IS NULL AND commission_cancelled_at IS NULL), 0) AS due,
                    coalesce(sum(commission_amount) FILTER (WHERE paid_at IS NOT NULL), 0) AS paid
             FROM leads.referrals WHERE deleted_at IS NULL AND partner_id = ANY({ids})
             GROUP BY partner_id
             """).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<TierCount>> CountAsync(
        PartnerId? partner, DateTimeOffset lastMonth, DateTimeOffset thisMonth, DateTimeOffset nextMonth, CancellationToken ct)
    {
        // A referral of a lead that was thrown away, spam for example, earns nobody a tier.
        var id = partner?.Value;
        return await db.Database.SqlQuery<TierCount>(
            $"""
             SELECT partner_id, (count(*) FILTER (WHERE created_at < {thisMonth}))::int AS last_month, (count(*) FILTER (WHERE created_at >= {thisMonth}))::int AS this_month
             FROM leads.referrals
             WHERE deleted_at IS NULL AND status <> 'cancelled' AND created_at >= {lastMonth} AND created_at < {nextMonth} AND ({id}::uuid IS NULL OR partner_id = {id}::uuid)
             GROUP BY partner_id
             """).ToListAsync(ct);
    }
}
