using IswitchRoofs.Leads.Application.Response;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Leads.Infrastructure.Response;

/// <inheritdoc/>
internal sealed class ResponseFigureQuery(LeadsDbContext db) : IResponseFigures
{
    public async Task<IReadOnlyList<ResponseFigureRow>> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, IReadOnlyDictionary<string, DateTimeOffset> lateIfBefore, string zone, CancellationToken ct)
    {
        var (hot, warm, cool, cold) = (lateIfBefore["hot"], lateIfBefore["warm"], lateIfBefore["cool"], lateIfBefore["cold"]);
        return await db.Database.SqlQuery<ResponseFigureRow>(
            $"""
             WITH came_in AS (
               SELECT source, extract(hour FROM created_at AT TIME ZONE {zone})::int AS hour, assigned_to, response_seconds, response_target_seconds, first_response_at,
                      first_response_at IS NULL AND status = ANY({OpenLeadStatuses.Stored})
                        AND created_at <= CASE temperature WHEN 'hot' THEN {hot} WHEN 'warm' THEN {warm} WHEN 'cool' THEN {cool} ELSE {cold} END AS missed
               FROM leads.leads
               WHERE deleted_at IS NULL AND import_id IS NULL AND created_at >= {from} AND created_at < {to})
             SELECT CASE GROUPING(source, hour, assigned_to) WHEN 7 THEN 'total' WHEN 3 THEN 'source' WHEN 5 THEN 'hour' ELSE 'person' END AS dimension,
                    source, hour, assigned_to AS person, count(*)::int AS leads, count(first_response_at)::int AS answered,
                    count(*) FILTER (WHERE response_seconds <= response_target_seconds)::int AS within_target, count(*) FILTER (WHERE missed)::int AS missed,
                    percentile_cont(0.5) WITHIN GROUP (ORDER BY response_seconds) AS median_seconds,
                    percentile_cont(0.9) WITHIN GROUP (ORDER BY response_seconds) AS p90seconds
             FROM came_in
             GROUP BY GROUPING SETS ((), (source), (hour), (assigned_to))
             """).ToListAsync(ct);
    }
}
