using IswitchRoofs.Analytics.Application.Projections;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Analytics.Infrastructure.Projections;

/// <summary>
/// One upsert for each kind of fact. The parts of a row are stamped separately; a part is only overwritten by a newer
/// stamp, stages only move forward and keep their first time: any order and any repetition gives the same row.
/// </summary>
internal sealed class FactSql
{
    private static readonly DateTimeOffset Never = DateTimeOffset.UnixEpoch;
    private readonly string _lead;
    private readonly string _leads;
    private readonly string _project;
    private readonly string _appointment;

    /// <param name="suffix">Of the tables: empty for the live ones.</param>
    /// <param name="marksChanges">Whether a change is noted for the daily counts.</param>
    private FactSql(string suffix, bool marksChanges)
    {
        var leadUpsert =
            $"""
             INSERT INTO analytics.lead_facts{suffix} AS f
               (lead_id, captured_at, captured_day, source, score, temperature, project_type, estimated_value, assignee_id, last_event_at, last_event_id,
                status, status_event_at, status_event_id, is_deleted, trash_event_at, trash_event_id,
                furthest_stage, contacted_at, qualified_at, appointment_at, inspection_at, quote_at, won_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                CASE WHEN $18 >= 1 THEN $19 END, CASE WHEN $18 >= 2 THEN $19 END, CASE WHEN $18 >= 3 THEN $19 END,
                CASE WHEN $18 >= 4 THEN $19 END, CASE WHEN $18 >= 5 THEN $19 END, CASE WHEN $18 >= 6 THEN $19 END)
             ON CONFLICT (lead_id) DO UPDATE SET
               captured_at = COALESCE(EXCLUDED.captured_at, f.captured_at),
               captured_day = COALESCE(EXCLUDED.captured_day, f.captured_day),
               {Newer("last_event", "source", "score", "temperature", "project_type", "estimated_value", "assignee_id")},
               {Newer("status_event", "status")},
               {Newer("trash_event", "is_deleted")},
               furthest_stage = GREATEST(f.furthest_stage, EXCLUDED.furthest_stage),
               {Earliest("contacted_at", "qualified_at", "appointment_at", "inspection_at", "quote_at", "won_at")}
             """;
        var leadsUpsert =
            $"""
             INSERT INTO analytics.lead_facts{suffix} AS f
               (lead_id, source, score, temperature, project_type, estimated_value, assignee_id, last_event_at, last_event_id,
                status, status_event_at, status_event_id, is_deleted, trash_event_at, trash_event_id, furthest_stage)
             SELECT u.*, $8, $9, 'new', $10, $11, false, $10, $11, 0 FROM unnest($1, $2, $3, $4, $5, $6, $7) AS u
             ON CONFLICT (lead_id) DO UPDATE SET {Newer("last_event", "source", "score", "temperature", "project_type", "estimated_value", "assignee_id")}
             """;
        var projectUpsert =
            $"""
             INSERT INTO analytics.project_facts{suffix} AS f
               (project_id, opened_at, customer_id, project_type, status, budget, actual_cost, contract_value, end_date, completed_on,
                last_event_at, last_event_id, is_deleted, trash_event_at, trash_event_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
             ON CONFLICT (project_id) DO UPDATE SET
               opened_at = COALESCE(EXCLUDED.opened_at, f.opened_at),
               {Newer("last_event", "customer_id", "project_type", "status", "budget", "actual_cost", "contract_value", "end_date", "completed_on")},
               {Newer("trash_event", "is_deleted")}
             """;
        var appointmentUpsert =
            $"""
             INSERT INTO analytics.appointment_facts{suffix} AS f
               (appointment_id, appointment_type, status, assigned_to, starts_at, starts_on, last_event_at, last_event_id, is_deleted, trash_event_at, trash_event_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             ON CONFLICT (appointment_id) DO UPDATE SET
               {Newer("last_event", "appointment_type", "status", "assigned_to", "starts_at", "starts_on")},
               {Newer("trash_event", "is_deleted")}
             """;
        _lead = marksChanges ? Marking(leadUpsert, "captured_day") : leadUpsert;
        _leads = marksChanges ? Marking(leadsUpsert, "captured_day", "DISTINCT ") : leadsUpsert;
        _project = marksChanges ? Marking(projectUpsert, "NULL::date") : projectUpsert;
        _appointment = marksChanges ? Marking(appointmentUpsert, "NULL::date") : appointmentUpsert;
    }

    /// <summary>Into the tables that dashboards read.</summary>
    public static FactSql Live { get; } = new("", marksChanges: true);

    /// <summary>Into the tables that a rebuild fills beside them.</summary>
    public static FactSql Shadow { get; } = new("_rebuild", marksChanges: false);

    public NpgsqlBatchCommand Upsert(FactChange change) => change switch
    {
        LeadFactChange lead => Upsert(lead),
        ManyLeadFactChanges leads => Upsert(leads),
        ProjectFactChange project => Upsert(project),
        AppointmentFactChange appointment => Upsert(appointment),
        _ => throw new ArgumentException($"No table for {change.GetType().Name}.", nameof(change)),
    };

    private NpgsqlBatchCommand Upsert(LeadFactChange c)
    {
        var command = new NpgsqlBatchCommand(_lead);
        var p = command.Parameters;
        p.Add(Of(c.Key, NpgsqlDbType.Uuid));
        p.Add(Of(c.CapturedAt, NpgsqlDbType.TimestampTz));
        p.Add(Of(c.CapturedDay, NpgsqlDbType.Date));
        p.Add(Of(c.Facts?.Source ?? "unknown", NpgsqlDbType.Text));
        p.Add(Of(c.Facts?.Score ?? 0, NpgsqlDbType.Integer));
        p.Add(Of(c.Facts?.Temperature ?? "cold", NpgsqlDbType.Text));
        p.Add(Of(c.Facts?.ProjectType, NpgsqlDbType.Text));
        p.Add(Of(c.Facts?.EstimatedValue, NpgsqlDbType.Numeric));
        p.Add(Of(c.Facts?.AssigneeId, NpgsqlDbType.Uuid));
        Stamp(p, c, c.Facts is not null);
        p.Add(Of(c.Status ?? "new", NpgsqlDbType.Text));
        Stamp(p, c, c.Status is not null);
        p.Add(Of(c.IsDeleted ?? false, NpgsqlDbType.Boolean));
        Stamp(p, c, c.IsDeleted is not null);
        p.Add(Of((short)c.Stage, NpgsqlDbType.Smallint));
        p.Add(Of(c.ReachedAt, NpgsqlDbType.TimestampTz));
        return command;
    }

    private NpgsqlBatchCommand Upsert(ManyLeadFactChanges c)
    {
        var command = new NpgsqlBatchCommand(_leads);
        var p = command.Parameters;
        p.Add(ListOf(l => l.LeadId, NpgsqlDbType.Uuid));
        p.Add(ListOf(l => l.Facts.Source, NpgsqlDbType.Text));
        p.Add(ListOf(l => l.Facts.Score, NpgsqlDbType.Integer));
        p.Add(ListOf(l => l.Facts.Temperature, NpgsqlDbType.Text));
        p.Add(ListOf(l => l.Facts.ProjectType, NpgsqlDbType.Text));
        p.Add(ListOf(l => l.Facts.EstimatedValue, NpgsqlDbType.Numeric));
        p.Add(ListOf(l => l.Facts.AssigneeId, NpgsqlDbType.Uuid));
        Stamp(p, c, speaks: true);
        Stamp(p, c, speaks: false);
        return command;

        NpgsqlParameter ListOf<T>(Func<(Guid LeadId, LeadFacts Facts), T> value, NpgsqlDbType type) => new() { Value = c.Leads.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
    }

    private NpgsqlBatchCommand Upsert(ProjectFactChange c)
    {
        var command = new NpgsqlBatchCommand(_project);
        var p = command.Parameters;
        p.Add(Of(c.Key, NpgsqlDbType.Uuid));
        p.Add(Of(c.OpenedAt, NpgsqlDbType.TimestampTz));
        p.Add(Of(c.Facts?.CustomerId, NpgsqlDbType.Uuid));
        p.Add(Of(c.Facts?.ProjectType ?? "", NpgsqlDbType.Text));
        p.Add(Of(c.Facts?.Status ?? "", NpgsqlDbType.Text));
        p.Add(Of(c.Facts?.Budget, NpgsqlDbType.Numeric));
        p.Add(Of(c.Facts?.ActualCost ?? 0, NpgsqlDbType.Numeric));
        p.Add(Of(c.Facts?.ContractValue, NpgsqlDbType.Numeric));
        p.Add(Of(c.Facts?.EndDate, NpgsqlDbType.Date));
        p.Add(Of(c.Facts?.CompletedOn, NpgsqlDbType.Date));
        Stamp(p, c, c.Facts is not null);
        p.Add(Of(c.IsDeleted ?? false, NpgsqlDbType.Boolean));
        Stamp(p, c, c.IsDeleted is not null);
        return command;
    }

    private NpgsqlBatchCommand Upsert(AppointmentFactChange c)
    {
        var command = new NpgsqlBatchCommand(_appointment);
        var p = command.Parameters;
        p.Add(Of(c.Key, NpgsqlDbType.Uuid));
        p.Add(Of(c.Facts?.AppointmentType ?? "", NpgsqlDbType.Text));
        p.Add(Of(c.Facts?.Status ?? "", NpgsqlDbType.Text));
        p.Add(Of(c.Facts?.AssignedTo, NpgsqlDbType.Uuid));
        p.Add(Of(c.Facts?.StartsAt, NpgsqlDbType.TimestampTz));
        p.Add(Of(c.Facts?.StartsOn, NpgsqlDbType.Date));
        Stamp(p, c, c.Facts is not null);
        p.Add(Of(c.IsDeleted ?? false, NpgsqlDbType.Boolean));
        Stamp(p, c, c.IsDeleted is not null);
        return command;
    }

    // A part that the event is silent about gets a stamp that loses against any other.
    private static void Stamp(NpgsqlParameterCollection parameters, FactChange change, bool speaks)
    {
        parameters.Add(Of(speaks ? change.At : Never, NpgsqlDbType.TimestampTz));
        parameters.Add(Of(speaks ? change.EventId : Guid.Empty, NpgsqlDbType.Uuid));
    }

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) =>
        new() { Value = value is DateTimeOffset at ? at.ToUniversalTime() : value ?? DBNull.Value, NpgsqlDbType = type };

    private static string Newer(string stamp, params string[] columns) =>
        string.Join(", ", columns.Append($"{stamp}_at").Append($"{stamp}_id").Select(column =>
            $"{column} = CASE WHEN (EXCLUDED.{stamp}_at, EXCLUDED.{stamp}_id) >= (f.{stamp}_at, f.{stamp}_id) THEN EXCLUDED.{column} ELSE f.{column} END"));

    // LEAST passes over nulls.
    private static string Earliest(params string[] columns) =>
        string.Join(", ", columns.Select(column => $"{column} = LEAST(f.{column}, EXCLUDED.{column})"));

    private static string Marking(string upsert, string day, string each = "") =>
        $"WITH changed AS ({upsert} RETURNING {day} AS day) INSERT INTO analytics.fact_changes (day) SELECT {each}day FROM changed";
}
