using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IswitchRoofs.Shared.Infrastructure.Auditing;

/// <summary>
/// Makes a module's trail append-only in the database itself: a trigger refuses every change, and the role that the
/// program works as has no right to one. Applied after the migrations, again and again without harm.
/// </summary>
internal static class AuditProtection
{
    // The indexes are for the filters of the audit page; the trigger is made only once, since making it waits for writers.
    private const string Statements = """
        CREATE INDEX IF NOT EXISTS ix_audit_entries_actor ON [schema].audit_entries (actor_id, at DESC, id DESC);
        CREATE INDEX IF NOT EXISTS ix_audit_entries_action ON [schema].audit_entries (action, at DESC, id DESC);
        CREATE INDEX IF NOT EXISTS ix_audit_entries_type ON [schema].audit_entries (entity_type, at DESC, id DESC);
        CREATE OR REPLACE FUNCTION [schema].refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'The audit trail is append-only: % on %.% is refused.', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END $$;
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'audit_entries_append_only' AND tgrelid = '[schema].audit_entries'::regclass) THEN
                CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON [schema].audit_entries
                    FOR EACH STATEMENT EXECUTE FUNCTION [schema].refuse_audit_change();
                REVOKE UPDATE, DELETE, TRUNCATE ON [schema].audit_entries FROM PUBLIC, CURRENT_USER;
            END IF;
        END $$;
        """;

    internal static Task ApplyAsync(ModuleDbContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(Statements.Replace("[schema]", db.Schema, StringComparison.Ordinal), ct);

    internal static async Task<bool> IsInPlaceAsync(ModuleDbContext db, CancellationToken ct)
    {
        var table = $"{db.Schema}.audit_entries";
        return await db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'audit_entries_append_only' AND tgrelid = to_regclass({table})) AS \"Value\"").SingleAsync(ct);
    }
}
