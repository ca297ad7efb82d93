using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using IswitchRoofs.Leads.Application.Imports;
using IswitchRoofs.Leads.Domain.Assignment;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.Scoring;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.Shared.Application.Caching;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <summary>
/// The background's work on imports. Each batch is one transaction under one lock: however many hosts there are and
/// whenever one of them dies, every row is handled once and imports come in one after the other.
/// </summary>
internal sealed class ImportRunner(IServiceScopeFactory scopes, ICacheGenerations cache, TimeProvider clock, ILogger<ImportRunner> logger)
{
    private const int CheckBatch = 5_000;
    private const int RunBatch = 2_000;
    private const int MostFailures = 3;

    // What a lead was before; all of it, for undo also empties what was empty.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new WireNames<LeadSource>(), new WireNames<ProjectType>(), new WireNames<LeadPriority>(), new WireNames<Urgency>() },
    };

    private readonly ConcurrentDictionary<LeadImportId, int> _failures = new();

    /// <summary>One batch of the import that is next, if there is one.</summary>
    /// <returns>False when nothing waits, or another host is at it.</returns>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await NextAsync(db, ct) is not { } id) return false;
        try
        {
            var import = await db.Set<LeadImport>().SingleAsync(i => i.Id == id, ct);
            var progress = await db.Set<ImportProgress>().SingleAsync(p => p.Id == id, ct);
            db.ActFor(new ImportActor(import.Asker));
            var batch = new Batch(db, import, progress, clock.GetUtcNow());
            var changesLeads = import.Status != ImportStatus.Validating;
            if (changesLeads) await SearchIndex.DeferAsync(db, ct);
            IReadOnlyList<Guid> changed = import.Status switch
            {
                ImportStatus.Validating => await CheckAsync(batch, scope.ServiceProvider.GetRequiredService<ImportRowCheck>(), ct),
                ImportStatus.Running => await RunAsync(batch, ct),
                _ => await TakeBackAsync(batch, ct),
            };
            await db.SaveChangesAsync(ct);
            if (changesLeads) await SearchIndex.MergeAsync(db, ct);
            await transaction.CommitAsync(ct);
            _failures.TryRemove(id, out _);

            // What COPY and plain statements changed the context does not know of.
            if (changesLeads) await cache.BumpAsync(["leads", .. changed.Select(lead => $"leads:{lead}")]);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException && e is not NpgsqlException { IsTransient: true })
        {
            logger.LogError(e, "A batch of import {Import} failed", id.Value);
            await transaction.RollbackAsync(CancellationToken.None);
            if (_failures.AddOrUpdate(id, 1, (_, n) => n + 1) < MostFailures) throw;
            await GiveUpAsync(id, ct);
            return true;
        }
    }

    private static async Task<LeadImportId?> NextAsync(LeadsDbContext db, CancellationToken ct)
    {
        // Dry runs are quick and change nothing: they need not wait behind a file that comes in. The lock on the row makes whoever cancels wait for the batch, and the next batch see it.
        await using var command = new NpgsqlCommand(
            """
            SELECT id FROM leads.lead_imports
            WHERE status IN ('validating', 'running', 'undoing') AND pg_try_advisory_xact_lock(hashtextextended('leads/imports', 0))
            ORDER BY status <> 'validating', updated_at, id LIMIT 1 FOR UPDATE
            """, Connection(db), Transaction(db));
        return await command.ExecuteScalarAsync(ct) is Guid id ? new LeadImportId(id) : null;
    }

    private static async Task<IReadOnlyList<Guid>> CheckAsync(Batch batch, ImportRowCheck check, CancellationToken ct)
    {
        var (db, import, progress, now) = batch;
        var source = import.DefaultSource is { } known ? WireName.Of(known) : null;
        var rows = new List<(Guid Id, string[] Cells)>(CheckBatch);
        await using (var select = Command(db, "SELECT id, cells FROM leads.lead_import_rows WHERE import_id = $1 AND row_no > $2 AND row_no <= $3 AND state <> 'dropped' ORDER BY row_no", import.Id.Value, progress.LastRow, progress.LastRow + CheckBatch))
        await using (var reader = await select.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) rows.Add((reader.GetGuid(0), reader.GetFieldValue<string[]>(1)));

        if (rows.Count > 0)
        {
            var found = rows.ConvertAll(r => check.Check(r.Cells, import.Fields, source));
            await using var update = Command(
                db,
                """
                UPDATE leads.lead_import_rows r SET state = v.state, phone = v.phone, email = v.email, facts = v.facts::jsonb, problems = v.problems::jsonb, lead_id = NULL
                FROM unnest($1, $2, $3, $4, $5, $6) AS v(id, state, phone, email, facts, problems)
                WHERE r.id = v.id
                """,
                rows.Select(r => r.Id).ToArray(),
                found.Select(f => f.Problems.Count == 0 ? "new" : "invalid").ToArray(),
                found.Select(f => f.Phone).ToArray(),
                found.Select(f => f.Email).ToArray(),
                found.Select(f => f.Facts).ToArray(),
                found.Select(f => f.Problems.Count == 0 ? "[]" : JsonSerializer.Serialize(f.Problems, JsonSerializerOptions.Web)).ToArray());
            await update.ExecuteNonQueryAsync(ct);
        }

        if (!await AdvanceAsync(batch, CheckBatch, rows.Count, ct)) return [];
        await CompareAsync(db, import, ct);
        progress.Count(await CountsAsync(db, import, ct));
        import.Checked(now);
        return [];
    }

    // The rows among themselves, then with what is there already.
    private static async Task CompareAsync(LeadsDbContext db, LeadImport import, CancellationToken ct)
    {
        // What the planner knows is from before the check: all rows pending, no phone numbers.
        await using (var analyze = Command(db, "ANALYZE leads.lead_import_rows")) await analyze.ExecuteNonQueryAsync(ct);
        await using (var repeated = Command(
            db,
            """
            UPDATE leads.lead_import_rows r SET state = 'duplicate', problems = jsonb_build_array(jsonb_build_object('field', '', 'message', 'Row ' || f.first_row || ' of the file is the same person.'))
            FROM (SELECT id, row_no, LEAST(
                    CASE WHEN phone IS NOT NULL THEN min(row_no) OVER (PARTITION BY phone) END,
                    CASE WHEN email IS NOT NULL THEN min(row_no) OVER (PARTITION BY email) END) AS first_row
                  FROM leads.lead_import_rows WHERE import_id = $1 AND state = 'new') f
            WHERE r.id = f.id AND f.first_row < f.row_no
            """,
            import.Id.Value))
            await repeated.ExecuteNonQueryAsync(ct);
        await using var match = ImportMatching.Command(db, import, null);
        await match.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Dictionary<ImportRowState, int>> CountsAsync(LeadsDbContext db, LeadImport import, CancellationToken ct)
    {
        var counts = new Dictionary<ImportRowState, int>();
        await using var command = Command(db, "SELECT state, count(*)::int FROM leads.lead_import_rows WHERE import_id = $1 GROUP BY state", import.Id.Value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) counts[WireName.Parse<ImportRowState>(reader.GetString(0))] = reader.GetInt32(1);
        return counts;
    }

    private async Task<IReadOnlyList<Guid>> RunAsync(Batch batch, CancellationToken ct)
    {
        var (db, import, progress, now) = batch;

        // Somebody may have created or lost the lead since the dry run, so every row is compared again.
        var rows = new List<Row>(RunBatch);
        var (from, to) = (progress.LastRow, progress.LastRow + RunBatch);
        await using (var anew = Command(
            db, "UPDATE leads.lead_import_rows SET state = 'new', lead_id = NULL, problems = '[]' WHERE import_id = $1 AND row_no > $2 AND row_no <= $3 AND state = 'update'", import.Id.Value, from, to))
            await anew.ExecuteNonQueryAsync(ct);
        await using (var select = Command(
            db, "SELECT id, facts, phone, email FROM leads.lead_import_rows WHERE import_id = $1 AND row_no > $2 AND row_no <= $3 AND state = 'new' ORDER BY row_no", import.Id.Value, from, to))
        await using (var reader = await select.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
                rows.Add(new Row(reader.GetGuid(0), Facts(reader.GetString(1)), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));

        if (rows.Count > 0)
        {
            var matched = await MatchAsync(db, import, rows, ct);
            var rules = await RulesAsync(db, ct);
            var outcome = new Outcome();
            var assignee = import.AssignedTo is { } person ? await db.Set<Assignee>().FirstOrDefaultAsync(a => a.Id == new AssigneeId(person) && a.IsActive, ct) : null;
            Create(rows.Where(r => !matched.ContainsKey(r.Id)), import, assignee, rules, outcome, now);
            await UpdateAsync(db, rows.Where(r => matched.TryGetValue(r.Id, out var lead) && lead is not null), matched, import, rules, outcome, now, ct);
            outcome.Duplicates += matched.Values.Count(lead => lead is null);
            await LeadCopy.InsertAsync(Connection(db), outcome.Created, import.Asker, now, ct);
            import.TellOf(outcome.Created, [.. outcome.Updated], now);
            progress.Ran(outcome.Created.Count, outcome.Updated.Count, outcome.Duplicates, outcome.Invalid);
            await db.SaveChangesAsync(ct);
            await MarkAsync(db, outcome.Marks, ct);
        }

        if (await AdvanceAsync(batch, RunBatch, rows.Count, ct)) import.Complete(progress, clock.GetUtcNow());
        return [];
    }

    // Only rows that match something are in the answer: null for what is there already, else the open lead.
    private static async Task<Dictionary<Guid, Guid?>> MatchAsync(LeadsDbContext db, LeadImport import, List<Row> rows, CancellationToken ct)
    {
        var matched = new Dictionary<Guid, Guid?>();
        await using var match = ImportMatching.Command(db, import, [.. rows.Select(r => r.Id)]);
        await using var reader = await match.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) matched[reader.GetGuid(0)] = reader.GetString(1) == "update" ? reader.GetGuid(2) : null;
        return matched;
    }

    private static void Create(IEnumerable<Row> rows, LeadImport import, Assignee? assignee, ScoringRules rules, Outcome outcome, DateTimeOffset now)
    {
        var people = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            // Only a corrected row can still repeat one of its own batch.
            if ((row.Phone is { } phone && people.Contains(phone)) || (row.Email is { } email && people.Contains(email)))
            {
                outcome.Duplicates++;
                outcome.Marks.Add(new Mark(row.Id, "duplicate", null, null, [new RowProblem("", "A row before it is the same person.")]));
                continue;
            }

            if (row.Phone is not null) people.Add(row.Phone);
            if (row.Email is not null) people.Add(row.Email);
            var lead = Lead.Import(row.Facts.ToNew(import.DefaultSource), import.Id.Value, assignee, rules, import.Asker, now);
            outcome.Created.Add(lead);
            outcome.Marks.Add(new Mark(row.Id, "created", lead.Id.Value, null, []));
        }
    }

    private static async Task UpdateAsync(
        LeadsDbContext db, IEnumerable<Row> rows, Dictionary<Guid, Guid?> matched, LeadImport import, ScoringRules rules, Outcome outcome, DateTimeOffset now, CancellationToken ct)
    {
        var chosen = rows.ToArray();
        if (chosen.Length == 0) return;
        LeadId[] ids = [.. chosen.Select(r => new LeadId(matched[r.Id]!.Value)).Distinct()];
        var leads = await db.Leads.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id.Value, ct);
        foreach (var row in chosen)
        {
            var lead = leads[matched[row.Id]!.Value];
            var before = JsonSerializer.Serialize(lead.ToFacts(), Json);
            var (facts, problem) = row.Facts.Over(lead);
            if (problem is not null)
            {
                outcome.Invalid++;
                outcome.Marks.Add(new Mark(row.Id, "invalid", null, null, [problem]));
                continue;
            }

            lead.TakeFromFile(facts!, "Imported", rules, import.Asker, now);
            outcome.Updated.Add(lead);
            outcome.Marks.Add(new Mark(row.Id, "updated", lead.Id.Value, before, []));
        }
    }

    private async Task<IReadOnlyList<Guid>> TakeBackAsync(Batch batch, CancellationToken ct)
    {
        var (db, import, progress, now) = batch;
        var rows = await DoneRowsAsync(db, import, progress, ct);

        var marks = rows.Where(r => r.Why is not null).Select(r => new Mark(r.Id, "kept", r.LeadId, r.Before, [new RowProblem("", r.Why!)])).ToList();
        var free = rows.Where(r => r.Why is null).ToArray();
        Guid[] trashed = [.. free.Where(r => r.WasCreated).Select(r => r.LeadId)];
        if (trashed.Length > 0)
        {
            await using var trash = Command(db, "UPDATE leads.leads SET deleted_at = $2, updated_at = $2 WHERE id = ANY($1)", trashed, now);
            await trash.ExecuteNonQueryAsync(ct);
            var changes = $$"""[{"field":"deleted_at","old":null,"new":{{JsonSerializer.Serialize(now)}}}]""";
            await LeadCopy.AuditAsync(Connection(db), "deleted", [.. trashed.Select(id => (id, changes))], import.Asker, now, ct);
        }

        // Two rows may have changed one lead: the first knows what it was.
        var before = free.Where(r => !r.WasCreated).DistinctBy(r => r.LeadId).ToDictionary(r => r.LeadId, r => r.Before!);
        LeadId[] ids = [.. before.Keys.Select(id => new LeadId(id))];
        var restored = ids.Length == 0 ? [] : await db.Leads.Where(l => ids.Contains(l.Id)).ToListAsync(ct);
        var rules = await RulesAsync(db, ct);
        foreach (var lead in restored) lead.TakeFromFile(JsonSerializer.Deserialize<LeadFacts>(before[lead.Id.Value], Json)!, "Import undone", rules, import.Asker, now);
        marks.AddRange(free.Select(r => new Mark(r.Id, "undone", r.LeadId, r.Before, [])));
        import.TellOfUndone(trashed, restored, now);
        progress.TookBack(free.Length, rows.Count - free.Length);
        await db.SaveChangesAsync(ct);
        await MarkAsync(db, marks, ct);
        if (await AdvanceAsync(batch, RunBatch, rows.Count, ct)) import.FinishUndo(progress, clock.GetUtcNow());
        return trashed;
    }

    // Somebody else changed it: a person's or an integration's entry in the trail, a touch, an appointment, a customer.
    private static async Task<List<DoneRow>> DoneRowsAsync(LeadsDbContext db, LeadImport import, ImportProgress progress, CancellationToken ct)
    {
        var rows = new List<DoneRow>(RunBatch);
        await using var select = Command(
            db,
            """
            SELECT r.id, r.lead_id, r.state = 'created', r.before::text, CASE
                WHEN l.id IS NULL OR l.deleted_at IS NOT NULL THEN 'It is in the trash.'
                WHEN l.customer_id IS NOT NULL OR l.status = 'won' THEN 'It became a customer.'
                WHEN EXISTS (SELECT FROM leads.planned_appointments p WHERE p.lead_id = l.id) THEN 'An appointment was booked with it.'
                WHEN l.last_touch_at > r.done_at
                  OR EXISTS (SELECT FROM leads.audit_entries a WHERE a.entity_id = l.id AND a.at > r.done_at AND a.actor_kind NOT IN ('system', 'job')) THEN 'Somebody changed it since.' END
            FROM leads.lead_import_rows r LEFT JOIN leads.leads l ON l.id = r.lead_id
            WHERE r.import_id = $1 AND r.row_no > $2 AND r.row_no <= $3 AND r.state IN ('created', 'updated') ORDER BY r.row_no
            """,
            import.Id.Value, progress.LastRow, progress.LastRow + RunBatch);
        await using var reader = await select.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows.Add(new DoneRow(reader.GetGuid(0), reader.GetGuid(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        return rows;
    }

    // Batches are stretches of row numbers: how many rows of a state there are the planner guesses wrong while states change.
    private static async Task<bool> AdvanceAsync(Batch batch, int length, int rows, CancellationToken ct)
    {
        var to = batch.Progress.LastRow + length;
        batch.Progress.Advance(to, rows);
        await using var last = Command(batch.Db, "SELECT max(row_no) FROM leads.lead_import_rows WHERE import_id = $1", batch.Import.Id.Value);
        return await last.ExecuteScalarAsync(ct) is not int end || end <= to;
    }

    // The time is read after everything else was written, so that what the import itself wrote is no change since.
    private async Task MarkAsync(LeadsDbContext db, List<Mark> marks, CancellationToken ct)
    {
        await using var update = Command(
            db,
            """
            UPDATE leads.lead_import_rows r SET state = v.state, lead_id = v.lead_id, before = v.before::jsonb, problems = v.problems::jsonb, done_at = $6
            FROM unnest($1, $2, $3, $4, $5) AS v(id, state, lead_id, before, problems)
            WHERE r.id = v.id
            """,
            marks.Select(m => m.Id).ToArray(),
            marks.Select(m => m.State).ToArray(),
            marks.Select(m => m.LeadId).ToArray(),
            marks.Select(m => m.Before).ToArray(),
            marks.Select(m => m.Problems.Count == 0 ? "[]" : JsonSerializer.Serialize(m.Problems, JsonSerializerOptions.Web)).ToArray(),
            clock.GetUtcNow());
        await update.ExecuteNonQueryAsync(ct);
    }

    private async Task GiveUpAsync(LeadImportId id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadsDbContext>();
        var import = await db.Set<LeadImport>().SingleAsync(i => i.Id == id, ct);
        var progress = await db.Set<ImportProgress>().SingleAsync(p => p.Id == id, ct);
        if (import.WorksInBackground) import.Fail($"Something went wrong after row {progress.LastRow}. What came in before is in the pipeline; the log names the import by its id.", progress, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        _failures.TryRemove(id, out _);
    }

    private static async Task<ScoringRules> RulesAsync(LeadsDbContext db, CancellationToken ct) =>
        await db.Set<ScoringRuleSet>().AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct) is { } set ? set.Rules with { Version = set.Number } : ScoringRules.Standard;

    private static ImportedFacts Facts(string json) => JsonSerializer.Deserialize<ImportedFacts>(json, Json)!;

    private static NpgsqlConnection Connection(LeadsDbContext db) => (NpgsqlConnection)db.Database.GetDbConnection();

    private static NpgsqlTransaction Transaction(LeadsDbContext db) => (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();

    private static NpgsqlCommand Command(LeadsDbContext db, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, Connection(db), Transaction(db)) { CommandTimeout = 120 };
        foreach (var value in values)
        {
            command.Parameters.Add(value switch
            {
                string?[] texts => new NpgsqlParameter { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                Guid?[] ids => new NpgsqlParameter { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                _ => new NpgsqlParameter { Value = value },
            });
        }

        return command;
    }

    private sealed record Batch(LeadsDbContext Db, LeadImport Import, ImportProgress Progress, DateTimeOffset Now);

    private sealed record Row(Guid Id, ImportedFacts Facts, string? Phone, string? Email);

    private sealed record DoneRow(Guid Id, Guid LeadId, bool WasCreated, string? Before, string? Why);

    private sealed record Mark(Guid Id, string State, Guid? LeadId, string? Before, IReadOnlyList<RowProblem> Problems);

    private sealed class Outcome
    {
        public List<Lead> Created { get; } = [];

        public HashSet<Lead> Updated { get; } = [];

        public List<Mark> Marks { get; } = [];

        public int Duplicates { get; set; }

        public int Invalid { get; set; }
    }

    private sealed class WireNames<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => WireName.Parse<T>(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(WireName.Of(value));
    }
}
