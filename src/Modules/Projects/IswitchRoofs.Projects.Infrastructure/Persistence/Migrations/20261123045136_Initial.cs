using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IswitchRoofs.Projects.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Shared by all modules' searches, so it must not live in the schema of the one that comes first.
            migrationBuilder.Sql("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public");

            migrationBuilder.EnsureSchema(
                name: "projects");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "projects",
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
                name: "customer_refs",
                schema: "projects",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    deleted = table.Column<bool>(type: "boolean", nullable: false),
                    last_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_refs", x => x.customer_id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "projects",
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
                schema: "projects",
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
                schema: "projects",
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
                name: "projects",
                schema: "projects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    project_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, defaultValueSql: "'planning'"),
                    held_from = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    priority = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    budget = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    contract_value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    amount_paid = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    actual_cost = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false, defaultValue: 0m),
                    materials_cost = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    labor_cost = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    subcontractor_cost = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    permit_cost = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    other_costs = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    actual_start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    actual_end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    completion_percentage = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    assigned_team = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    project_manager_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    roof_size_sqft = table.Column<int>(type: "integer", nullable: true),
                    roof_material = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    roof_pitch = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    layers = table.Column<int>(type: "integer", nullable: true),
                    insurance_claim = table.Column<bool>(type: "boolean", nullable: false),
                    claim_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    permit_number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    permit_approved = table.Column<bool>(type: "boolean", nullable: false),
                    warranty_years = table.Column<int>(type: "integer", nullable: true),
                    description = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    notes = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    cancellation_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deleted_with_customer = table.Column<bool>(type: "boolean", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(name || ' ' || coalesce(address, '') || ' ' || coalesce(claim_number, '') || ' ' || coalesce(permit_number, ''))", stored: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.id);
                    table.CheckConstraint("ck_projects_actual_dates", "actual_end_date >= actual_start_date");
                    table.CheckConstraint("ck_projects_cancelled", "status <> 'cancelled' OR cancellation_reason IS NOT NULL");
                    table.CheckConstraint("ck_projects_completed", "status NOT IN ('completed', 'invoiced', 'paid') OR completion_percentage = 100");
                    table.CheckConstraint("ck_projects_completion_percentage", "completion_percentage BETWEEN 0 AND 100");
                    table.CheckConstraint("ck_projects_dates", "end_date >= start_date");
                    table.CheckConstraint("ck_projects_dates_needed", "status NOT IN ('scheduled', 'in_progress', 'inspection') OR (start_date IS NOT NULL AND end_date IS NOT NULL)");
                    table.CheckConstraint("ck_projects_held_from", "(status = 'on_hold') = (held_from IS NOT NULL)");
                    table.CheckConstraint("ck_projects_layers", "layers BETWEEN 1 AND 5");
                    table.CheckConstraint("ck_projects_money", "budget >= 0 AND contract_value >= 0 AND amount_paid >= 0 AND actual_cost >= 0 AND materials_cost >= 0 AND labor_cost >= 0 AND subcontractor_cost >= 0 AND permit_cost >= 0 AND other_costs >= 0");
                    table.CheckConstraint("ck_projects_name", "char_length(name) >= 1");
                    table.CheckConstraint("ck_projects_priority", "priority IN ('low', 'medium', 'high', 'urgent')");
                    table.CheckConstraint("ck_projects_project_type", "project_type IN ('full_replacement', 'repair', 'inspection', 'maintenance', 'emergency', 'insurance_claim', 'new_construction')");
                    table.CheckConstraint("ck_projects_roof_material", "roof_material IN ('asphalt_shingles', 'metal', 'tile', 'slate', 'flat_roof', 'tpo', 'epdm', 'modified_bitumen')");
                    table.CheckConstraint("ck_projects_roof_size_sqft", "roof_size_sqft > 0");
                    table.CheckConstraint("ck_projects_status", "status IN ('planning', 'approved', 'scheduled', 'in_progress', 'inspection', 'completed', 'invoiced', 'paid', 'on_hold', 'cancelled')");
                    table.CheckConstraint("ck_projects_warranty_years", "warranty_years BETWEEN 0 AND 50");
                    table.ForeignKey(
                        name: "fk_projects_customer_refs_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "projects",
                        principalTable: "customer_refs",
                        principalColumn: "customer_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_moves",
                schema: "projects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    to_status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    moved_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_project_moves_projects_project_id",
                        column: x => x.project_id,
                        principalSchema: "projects",
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                schema: "projects",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_entity_id_at",
                schema: "projects",
                table: "audit_entries",
                columns: new[] { "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_created_at",
                schema: "projects",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_entries_handled_at",
                schema: "projects",
                table: "inbox_entries",
                column: "handled_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "projects",
                table: "outbox_messages",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_processed",
                schema: "projects",
                table: "outbox_messages",
                column: "processed_at",
                filter: "processed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting",
                schema: "projects",
                table: "outbox_messages",
                column: "position",
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting_by_aggregate",
                schema: "projects",
                table: "outbox_messages",
                columns: new[] { "aggregate_id", "position" },
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_project_moves_project_id",
                schema: "projects",
                table: "project_moves",
                columns: new[] { "project_id", "moved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_assigned_team",
                schema: "projects",
                table: "projects",
                column: "assigned_team")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_projects_created_at",
                schema: "projects",
                table: "projects",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_customer_id",
                schema: "projects",
                table: "projects",
                columns: new[] { "customer_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_dates",
                schema: "projects",
                table: "projects",
                columns: new[] { "start_date", "end_date" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_search_text",
                schema: "projects",
                table: "projects",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" })
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_projects_status",
                schema: "projects",
                table: "projects",
                columns: new[] { "status", "created_at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "projects");

            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "projects");

            migrationBuilder.DropTable(
                name: "inbox_entries",
                schema: "projects");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "projects");

            migrationBuilder.DropTable(
                name: "project_moves",
                schema: "projects");

            migrationBuilder.DropTable(
                name: "projects",
                schema: "projects");

            migrationBuilder.DropTable(
                name: "customer_refs",
                schema: "projects");
        }
    }
}
