using IswitchRoofs.Customers.Application.Interactions;
using IswitchRoofs.Customers.Domain.Customers;
using IswitchRoofs.Customers.Domain.Interactions;
using IswitchRoofs.Customers.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Customers.Infrastructure.Interactions;

internal sealed class InteractionFigures(CustomersDbContext db) : IInteractionFigures
{
    public async Task<InteractionStats> CountAsync(FiguresOf of, CancellationToken ct)
    {
        var rows = Rows(of);
        var groups = await rows
            .GroupBy(i => new { i.InteractionType, i.Direction, i.Channel })
            .Select(g => new { g.Key.InteractionType, g.Key.Direction, g.Key.Channel, Count = g.Count(), Minutes = g.Sum(i => i.DurationMinutes ?? 0) })
            .ToListAsync(ct);
        var preferred = groups
            .Where(g => g.Direction != InteractionDirection.Internal)
            .GroupBy(g => g.Channel ?? WireName.Of(g.InteractionType), StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(x => x.Count)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
        return new InteractionStats(
            groups.Sum(g => g.Count),
            groups.GroupBy(g => g.InteractionType).OrderBy(g => g.Key).ToDictionary(g => WireName.Of(g.Key), g => g.Sum(x => x.Count)),
            Of(InteractionDirection.Inbound), Of(InteractionDirection.Outbound), Of(InteractionDirection.Internal),
            groups.Sum(g => g.Minutes), preferred, await MeanReplyAsync(of, ct));

        int Of(InteractionDirection direction) => groups.Where(g => g.Direction == direction).Sum(g => g.Count);
    }

    private IQueryable<Interaction> Rows(FiguresOf of)
    {
        var rows = db.Interactions.AsNoTracking();
        if (of.From is { } from) rows = rows.Where(i => i.OccurredAt >= from);
        if (of.Until is { } until) rows = rows.Where(i => i.OccurredAt < until);
        if (of.LeadId is { } lead) rows = rows.Where(i => i.LeadId == lead);
        if (of.UserId is { } person) rows = rows.Where(i => i.UserId == person);
        if (of.CustomerId is { } id)
        {
            CustomerId? customer = CustomerId.From(id);
            rows = rows.Where(i => i.CustomerId == customer);
        }

        if (of.Customers is null) return rows;
        var visible = of.Customers.Select(c => (CustomerId?)CustomerId.From(c)).ToArray();
        return rows.Where(i => visible.Contains(i.CustomerId));
    }

    // Each inbound one with the next outbound one to the same lead or customer.
    private async Task<decimal?> MeanReplyAsync(FiguresOf of, CancellationToken ct)
    {
        var visible = of.Customers?.ToArray();
        var mean = await db.Database.SqlQuery<decimal?>($"""
            SELECT round(avg(extract(epoch FROM (reply.at - i.occurred_at)) / 60), 1) AS "Value"
            FROM customers.interactions i
            CROSS JOIN LATERAL (
                SELECT min(o.occurred_at) AS at FROM customers.interactions o
                WHERE o.deleted_at IS NULL AND o.direction = 'outbound' AND o.occurred_at >= i.occurred_at
                  AND (o.lead_id = i.lead_id OR o.customer_id = i.customer_id)) reply
            WHERE i.deleted_at IS NULL AND i.direction = 'inbound' AND reply.at IS NOT NULL
              AND ({of.From}::timestamptz IS NULL OR i.occurred_at >= {of.From})
              AND ({of.Until}::timestamptz IS NULL OR i.occurred_at < {of.Until})
              AND ({of.CustomerId}::uuid IS NULL OR i.customer_id = {of.CustomerId})
              AND ({of.LeadId}::uuid IS NULL OR i.lead_id = {of.LeadId})
              AND ({of.UserId}::uuid IS NULL OR i.user_id = {of.UserId})
              AND ({visible}::uuid[] IS NULL OR i.customer_id = ANY({visible}))
            """).ToListAsync(ct);
        return mean.FirstOrDefault();
    }
}
