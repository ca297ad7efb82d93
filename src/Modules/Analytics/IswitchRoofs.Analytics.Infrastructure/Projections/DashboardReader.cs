using IswitchRoofs.Analytics.Application.Dashboards;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>A whole dashboard in one round trip of indexed sums.</summary>
internal sealed class DashboardReader(NpgsqlDataSource database) : IDashboardFigures
{
    private const string Leads =
        """
        SELECT dimension, value, day >= $2, sum(leads)::int, sum(won)::int, sum(score_sum)::bigint, sum(days_to_win)
        FROM analytics.lead_daily WHERE day BETWEEN $1 AND $3 GROUP BY 1, 2, 3
        """;

    private const string LeadsByStatus =
        "SELECT value, sum(leads)::int, sum(value_sum) FROM analytics.lead_daily WHERE dimension = 'status' GROUP BY value";

    private const string Won =
        """
        SELECT completed_on >= $2, count(*)::int, count(contract_value)::int, COALESCE(sum(contract_value), 0)
        FROM analytics.project_facts WHERE completed_on IS NOT NULL AND NOT is_deleted AND completed_on BETWEEN $1 AND $3 GROUP BY 1
        """;

    private const string Months =
        """
        SELECT date_trunc('month', completed_on)::date, count(*)::int, COALESCE(sum(contract_value), 0)
        FROM analytics.project_facts WHERE completed_on IS NOT NULL AND NOT is_deleted AND completed_on >= $1 GROUP BY 1
        """;

    private const string Projects =
        """
        SELECT count(*) FILTER (WHERE status IN ('approved', 'scheduled', 'in_progress', 'inspection'))::int,
               count(*) FILTER (WHERE end_date < $1)::int,
               count(*) FILTER (WHERE actual_cost > budget)::int
        FROM analytics.project_facts
        WHERE completed_on IS NULL AND NOT is_deleted AND status IN ('planning', 'approved', 'scheduled', 'in_progress', 'inspection', 'on_hold')
        """;

    private const string Appointments =
        """
        SELECT CASE WHEN starts_on >= $2 THEN 'current' ELSE 'previous' END, status, count(*)::int
        FROM analytics.appointment_facts WHERE NOT is_deleted AND starts_on BETWEEN $1 AND $3 GROUP BY 1, 2
        UNION ALL
        SELECT 'today', status, count(*)::int FROM analytics.appointment_facts WHERE NOT is_deleted AND starts_on = $4 GROUP BY 2
        """;

    public async Task<DashboardFigures> ReadAsync(FigureWindow window, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        var (before, from, to, today) = (window.PreviousFrom, window.From, window.To, window.Today);
        Add(batch, Leads, before, from, to);
        Add(batch, Leads, today, today, today);
        Add(batch, LeadsByStatus);
        Add(batch, Won, before, from, to);
        Add(batch, Months, window.FirstMonth);
        Add(batch, Projects, today);
        Add(batch, Appointments, before, from, to, today);

        await using var reader = await batch.ExecuteReaderAsync(ct);
        var leads = await RowsAsync(reader, LeadCountOf, ct);
        var leadsToday = await NextAsync(reader, LeadCountOf, ct);
        var byStatus = await NextAsync(reader, r => new OpenValue(r.GetString(0), r.GetInt32(1), r.GetDecimal(2)), ct);
        var won = await NextAsync(reader, r => new WonRevenue(r.GetBoolean(0), r.GetInt32(1), r.GetInt32(2), r.GetDecimal(3)), ct);
        var months = await NextAsync(reader, r => new MonthRevenue(r.GetFieldValue<DateOnly>(0), r.GetInt32(1), r.GetDecimal(2)), ct);
        var projects = await NextAsync(reader, r => new ProjectCounts(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)), ct);
        var appointments = await NextAsync(reader, r => new AppointmentCount(r.GetString(0), r.GetString(1), r.GetInt32(2)), ct);
        return new DashboardFigures(leads, leadsToday, byStatus, won, months, projects.Single(), appointments);
    }

    private static void Add(NpgsqlBatch batch, string sql, params DateOnly[] days)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var day in days) command.Parameters.Add(new NpgsqlParameter { Value = day, NpgsqlDbType = NpgsqlDbType.Date });
        batch.BatchCommands.Add(command);
    }

    private static LeadCount LeadCountOf(NpgsqlDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetBoolean(2), r.GetInt32(3), r.GetInt32(4), r.GetInt64(5), r.GetDouble(6));

    private static async Task<IReadOnlyList<T>> NextAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        return await RowsAsync(reader, read, ct);
    }

    private static async Task<IReadOnlyList<T>> RowsAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(read(reader));
        return rows;
    }
}
