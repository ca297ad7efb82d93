using System.Text.Json;
using IswitchRoofs.Leads.Domain.Imports;
using IswitchRoofs.Leads.Infrastructure.Persistence;
using IswitchRoofs.SharedKernel.Domain;
using IswitchRoofs.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace IswitchRoofs.Leads.Infrastructure.Imports;

/// <inheritdoc/>
internal sealed class ImportRowStore(LeadsDbContext db, TimeProvider clock) : IImportRows
{
    private const int Few = 1_000;

    public async Task StoreAsync(LeadImportId id, IEnumerable<ReadRow> rows, int most, Func<int, LeadImport> received, CancellationToken ct)
    {
        // A request with an idempotency key has opened one already.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Database.OpenConnectionAsync(ct);
        var count = 0;
        var now = clock.GetUtcNow();
        await using (var writer = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImportAsync(
            "COPY leads.lead_import_rows (id, import_id, row_no, cells, state, problems) FROM STDIN (FORMAT binary)", ct))
        {
            foreach (var row in rows)
            {
                if (++count > most) throw new ImportFileException($"holds more than {most:N0} rows: split it.");
                await writer.StartRowAsync(ct);
                await writer.WriteAsync(Uuid.New(now), NpgsqlDbType.Uuid, ct);
                await writer.WriteAsync(id.Value, NpgsqlDbType.Uuid, ct);
                await writer.WriteAsync(row.RowNo, NpgsqlDbType.Integer, ct);
                await writer.WriteAsync(row.Cells, NpgsqlDbType.Array | NpgsqlDbType.Text, ct);
                await writer.WriteAsync(WireName.Of(ImportRowState.Pending), NpgsqlDbType.Text, ct);
                await writer.WriteAsync("[]", NpgsqlDbType.Jsonb, ct);
            }

            if (count == 0) throw new ImportFileException("holds a header, but no rows.");
            await writer.CompleteAsync(ct);
        }

        // The planner knows nothing of rows that came this moment, and would look for each of them in all of them.
        if (count > Few) await db.Database.ExecuteSqlAsync($"ANALYZE leads.lead_import_rows", ct);
        db.Add(received(count));
        db.Add(ImportProgress.Of(id));
        await db.SaveChangesAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
    }

    public async Task<ImportRowState> CorrectAsync(LeadImport import, int rowNo, string[] cells, ImportRowState state, RowVerdict verdict, CancellationToken ct)
    {
        var id = import.Id.Value;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var problems = JsonSerializer.Serialize(verdict.Problems, JsonSerializerOptions.Web);
        var wire = WireName.Of(state);
        await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE leads.lead_import_rows SET cells = {cells}, state = {wire}, phone = {verdict.Phone}, email = {verdict.Email}, facts = {verdict.Facts}::jsonb, problems = {problems}::jsonb, lead_id = NULL
             WHERE import_id = {id} AND row_no = {rowNo}
             """, ct);
        if (state == ImportRowState.New)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                 UPDATE leads.lead_import_rows r SET state = 'duplicate', problems = jsonb_build_array(jsonb_build_object('field', '', 'message', 'Row ' || e.row_no || ' of the file is the same person.'))
                 FROM (SELECT min(row_no) AS row_no FROM leads.lead_import_rows
                       WHERE import_id = {id} AND row_no < {rowNo} AND state IN ('new', 'update') AND (phone = {verdict.Phone} OR email = {verdict.Email})) e
                 WHERE r.import_id = {id} AND r.row_no = {rowNo} AND e.row_no IS NOT NULL
                 """, ct);
            var rowId = await db.Set<LeadImportRow>().Where(r => r.ImportId == import.Id && r.RowNo == rowNo).Select(r => r.Id).SingleAsync(ct);
            await using var match = ImportMatching.Command(db, import, [rowId.Value]);
            await match.ExecuteNonQueryAsync(ct);
        }

        var settled = await db.Database.SqlQuery<string>($"SELECT state AS \"Value\" FROM leads.lead_import_rows WHERE import_id = {id} AND row_no = {rowNo}").SingleAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        return WireName.Parse<ImportRowState>(settled);
    }
}

/// <summary>Which rows are customers already, or open leads: one statement for a file, a batch or a row.</summary>
internal static class ImportMatching
{
    // A file is compared as a whole; for a batch each key is looked up by its own index: of a table that has just begun to
    // fill, the planner would rather read all of it every time.
    private static readonly string OfFile = SqlFor("import_id = $1", "JOIN", "", "ON true");
    private static readonly string OfBatch = SqlFor("id = ANY($1)", "CROSS JOIN", "OFFSET 0", "");

    // Rows that are new so far. An e-mail address says more than a number that a household shares.
    private static string SqlFor(string rows, string join, string alone, string on) =>
        $"""
        WITH batch AS (SELECT id, phone, email, facts FROM leads.lead_import_rows WHERE {rows} AND state = 'new'),
        hits AS (
          SELECT b.id, NULL::uuid AS lead_id, 0 AS rank, b.facts FROM batch b {join} LATERAL (SELECT FROM leads.customer_contacts c WHERE c.email = b.email AND NOT c.is_deleted {alone}) c {on}
          UNION ALL
          SELECT b.id, NULL::uuid, 1, b.facts FROM batch b {join} LATERAL (SELECT FROM leads.customer_contacts c WHERE c.phone = b.phone AND NOT c.is_deleted {alone}) c {on}
          UNION ALL
          SELECT b.id, l.id, 2, b.facts FROM batch b {join} LATERAL (SELECT l.id FROM leads.leads l WHERE l.email = b.email AND l.deleted_at IS NULL AND l.status || '' = ANY($2) {alone}) l {on}
          UNION ALL
          SELECT b.id, l.id, 3, b.facts FROM batch b {join} LATERAL (SELECT l.id FROM leads.leads l WHERE l.phone = b.phone AND l.deleted_at IS NULL AND l.status || '' = ANY($2) {alone}) l {on}),
        best AS (SELECT DISTINCT ON (id) id, lead_id, rank, facts FROM hits ORDER BY id, rank, lead_id),
        found AS (SELECT best.id, best.lead_id, CASE
                    WHEN best.rank = 0 THEN 'A customer has this e-mail address already.'
                    WHEN best.rank = 1 THEN 'A customer has this phone number already.'
                    WHEN to_jsonb(l) @> best.facts THEN 'An open lead has all of this already.'
                    WHEN NOT $3 THEN 'An open lead has the same phone number or e-mail address.' END AS why
                  FROM best LEFT JOIN leads.leads l ON l.id = best.lead_id)
        UPDATE leads.lead_import_rows r
        SET state = CASE WHEN f.why IS NULL THEN 'update' ELSE 'duplicate' END, lead_id = f.lead_id,
            problems = CASE WHEN f.why IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object('field', '', 'message', f.why)) END
        FROM found f WHERE r.id = f.id
        RETURNING r.id, r.state, r.lead_id
        """;

    /// <param name="rows">Null for the whole file.</param>
    public static NpgsqlCommand Command(LeadsDbContext db, LeadImport import, Guid[]? rows) => new(
        rows is null ? OfFile : OfBatch, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
    {
        CommandTimeout = 120,
        Parameters =
        {
            new() { Value = rows is null ? import.Id.Value : rows },
            new() { Value = OpenLeadStatuses.Stored },
            new() { Value = import.OnMatch == OnMatch.Update },
        },
    };
}
