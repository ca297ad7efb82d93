using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IswitchRoofs.Scheduling.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "scheduling");

            migrationBuilder.CreateTable(
                name: "appointments",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    appointment_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duration_minutes = table.Column<int>(type: "integer", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    buffer_minutes = table.Column<int>(type: "integer", nullable: false),
                    busy_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    location = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_virtual = table.Column<bool>(type: "boolean", nullable: false),
                    meeting_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    notes = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    outcome_notes = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    reminders = table.Column<int[]>(type: "integer[]", nullable: false),
                    outside_hours = table.Column<bool>(type: "boolean", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancellation_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_with_customer = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointments", x => x.id);
                    table.CheckConstraint("ck_appointments_buffer", "buffer_minutes BETWEEN 0 AND 240");
                    table.CheckConstraint("ck_appointments_cancelled", "status <> 'cancelled' OR (cancelled_at IS NOT NULL AND cancellation_reason IS NOT NULL)");
                    table.CheckConstraint("ck_appointments_duration", "duration_minutes BETWEEN 15 AND 480");
                    table.CheckConstraint("ck_appointments_status", "status IN ('scheduled', 'confirmed', 'in_progress', 'completed', 'no_show', 'cancelled')");
                    table.CheckConstraint("ck_appointments_subject", "num_nonnulls(customer_id, lead_id, project_id) > 0");
                    table.CheckConstraint("ck_appointments_times", "ends_at = starts_at + duration_minutes * interval '1 minute' AND busy_until = ends_at + buffer_minutes * interval '1 minute'");
                    table.CheckConstraint("ck_appointments_type", "appointment_type IN ('initial_consultation', 'inspection', 'estimate', 'quote_presentation', 'contract_signing', 'project_start', 'site_visit', 'progress_check', 'final_walkthrough', 'follow_up', 'maintenance', 'emergency')");
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "text", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    entity_type = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changes = table.Column<string>(type: "jsonb", nullable: true),
                    ip = table.Column<string>(type: "text", nullable: true),
                    user_agent = table.Column<string>(type: "text", nullable: true),
                    trace_id = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crew_members",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    team_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    last_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crew_members", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "scheduling",
                columns: table => new
                {
                    caller = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: false),
                    headers = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.caller, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox_entries",
                schema: "scheduling",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    refusal = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_entries", x => new { x.event_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "scheduling",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    aggregate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    dead = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "subject_refs",
                schema: "scheduling",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    team = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    last_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trash_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subject_refs", x => new { x.id, x.kind });
                });

            migrationBuilder.CreateIndex(
                name: "ix_appointments_assigned_to_starts_at_id",
                schema: "scheduling",
                table: "appointments",
                columns: new[] { "assigned_to", "starts_at", "id" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_created_at_id",
                schema: "scheduling",
                table: "appointments",
                columns: new[] { "created_at", "id" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_customer_id_starts_at",
                schema: "scheduling",
                table: "appointments",
                columns: new[] { "customer_id", "starts_at" },
                filter: "customer_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_lead_id_starts_at",
                schema: "scheduling",
                table: "appointments",
                columns: new[] { "lead_id", "starts_at" },
                filter: "lead_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_project_id_starts_at",
                schema: "scheduling",
                table: "appointments",
                columns: new[] { "project_id", "starts_at" },
                filter: "project_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_appointments_starts_at_id",
                schema: "scheduling",
                table: "appointments",
                columns: new[] { "starts_at", "id" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                schema: "scheduling",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_entity_id_at",
                schema: "scheduling",
                table: "audit_entries",
                columns: new[] { "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_created_at",
                schema: "scheduling",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_entries_handled_at",
                schema: "scheduling",
                table: "inbox_entries",
                column: "handled_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "scheduling",
                table: "outbox_messages",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_processed",
                schema: "scheduling",
                table: "outbox_messages",
                column: "processed_at",
                filter: "processed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting",
                schema: "scheduling",
                table: "outbox_messages",
                column: "position",
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting_by_aggregate",
                schema: "scheduling",
                table: "outbox_messages",
                columns: new[] { "aggregate_id", "position" },
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_subject_refs_kind_last_event_at",
                schema: "scheduling",
                table: "subject_refs",
                columns: new[] { "kind", "last_event_at" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_subject_refs_team",
                schema: "scheduling",
                table: "subject_refs",
                column: "team")
                .Annotation("Npgsql:IndexMethod", "gin");

            // No double booking, by construction (A3): it holds for parallel requests, imports and every host.
            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;");
            migrationBuilder.Sql(
                """
                ALTER TABLE scheduling.appointments ADD CONSTRAINT ex_appointments_no_overlap
                EXCLUDE USING gist (assigned_to WITH =, tstzrange(starts_at, busy_until) WITH &&)
                WHERE (status IN ('scheduled', 'confirmed', 'in_progress') AND deleted_at IS NULL);
                """);

            // Two parallel inserts would each wait for the other inside the exclusion constraint: one person's bookings
            // queue up instead, so that the loser hears of its clash at once and not of a deadlock after a second.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION scheduling.queue_bookings_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_advisory_xact_lock(hashtextextended('appointments/' || NEW.assigned_to, 0));
                    RETURN NEW;
                END $$;
                CREATE TRIGGER queue_bookings_of_person BEFORE INSERT OR UPDATE OF assigned_to, starts_at, busy_until, status, deleted_at
                ON scheduling.appointments FOR EACH ROW EXECUTE FUNCTION scheduling.queue_bookings_of_person();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appointments",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "crew_members",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "inbox_entries",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "subject_refs",
                schema: "scheduling");

            migrationBuilder.Sql("DROP FUNCTION scheduling.queue_bookings_of_person();");
        }
    }
}
