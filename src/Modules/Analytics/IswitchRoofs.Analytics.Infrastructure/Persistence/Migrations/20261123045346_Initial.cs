using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IswitchRoofs.Analytics.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "analytics");

            migrationBuilder.CreateTable(
                name: "appointment_facts",
                schema: "analytics",
                columns: table => new
                {
                    appointment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    appointment_type = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    last_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trash_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trash_event_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment_facts", x => x.appointment_id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "analytics",
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
                name: "event_log",
                schema: "analytics",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    type = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_log", x => x.event_id);
                });

            migrationBuilder.CreateTable(
                name: "fact_changes",
                schema: "analytics",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_changes", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "analytics",
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
                schema: "analytics",
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
                name: "lead_daily",
                schema: "analytics",
                columns: table => new
                {
                    dimension = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    leads = table.Column<int>(type: "integer", nullable: false),
                    won = table.Column<int>(type: "integer", nullable: false),
                    score_sum = table.Column<long>(type: "bigint", nullable: false),
                    value_sum = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: false),
                    days_to_win = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_daily", x => new { x.day, x.dimension, x.value });
                });

            migrationBuilder.CreateTable(
                name: "lead_facts",
                schema: "analytics",
                columns: table => new
                {
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    captured_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    captured_day = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: false),
                    temperature = table.Column<string>(type: "text", nullable: false),
                    project_type = table.Column<string>(type: "text", nullable: true),
                    estimated_value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    furthest_stage = table.Column<short>(type: "smallint", nullable: false),
                    contacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    qualified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    appointment_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    inspection_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    quote_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    won_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    last_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trash_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trash_event_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_facts", x => x.lead_id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "analytics",
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
                name: "project_facts",
                schema: "analytics",
                columns: table => new
                {
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    project_type = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    budget = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    actual_cost = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    contract_value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    last_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trash_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trash_event_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_facts", x => x.project_id);
                });

            migrationBuilder.CreateTable(
                name: "rebuilds",
                schema: "analytics",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    events_replayed = table.Column<long>(type: "bigint", nullable: false),
                    facts_changed = table.Column<long>(type: "bigint", nullable: false),
                    failure = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rebuilds", x => x.id);
                    table.CheckConstraint("ck_rebuilds_status", "status IN ('requested', 'running', 'done', 'failed')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_appointment_facts_starts_on_status",
                schema: "analytics",
                table: "appointment_facts",
                columns: new[] { "starts_on", "status" },
                filter: "NOT is_deleted");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                schema: "analytics",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_entity_id_at",
                schema: "analytics",
                table: "audit_entries",
                columns: new[] { "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ux_event_log_position",
                schema: "analytics",
                table: "event_log",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_created_at",
                schema: "analytics",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_entries_handled_at",
                schema: "analytics",
                table: "inbox_entries",
                column: "handled_at");

            migrationBuilder.CreateIndex(
                name: "ix_lead_daily_status",
                schema: "analytics",
                table: "lead_daily",
                column: "value",
                filter: "dimension = 'status'")
                .Annotation("Npgsql:IndexInclude", new[] { "leads", "value_sum" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_facts_captured_day",
                schema: "analytics",
                table: "lead_facts",
                column: "captured_day");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "analytics",
                table: "outbox_messages",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_processed",
                schema: "analytics",
                table: "outbox_messages",
                column: "processed_at",
                filter: "processed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting",
                schema: "analytics",
                table: "outbox_messages",
                column: "position",
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting_by_aggregate",
                schema: "analytics",
                table: "outbox_messages",
                columns: new[] { "aggregate_id", "position" },
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_project_facts_completed_on",
                schema: "analytics",
                table: "project_facts",
                column: "completed_on",
                filter: "completed_on IS NOT NULL AND NOT is_deleted");

            migrationBuilder.CreateIndex(
                name: "ix_project_facts_status",
                schema: "analytics",
                table: "project_facts",
                column: "status",
                filter: "completed_on IS NULL AND NOT is_deleted");

            // One rebuild at a time, whoever asks and on whichever host.
            migrationBuilder.Sql("CREATE UNIQUE INDEX ux_rebuilds_open ON analytics.rebuilds ((true)) WHERE status IN ('requested', 'running');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appointment_facts",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "event_log",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "fact_changes",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "inbox_entries",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "lead_daily",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "lead_facts",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "project_facts",
                schema: "analytics");

            migrationBuilder.DropTable(
                name: "rebuilds",
                schema: "analytics");
        }
    }
}
