using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace IswitchRoofs.Customers.Infrastructure.Persistence.Migrations
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
                name: "customers");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "customers",
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
                name: "customers",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    state = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    zip_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    customer_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, defaultValueSql: "'residential'"),
                    segment = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    lifetime_value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    project_count = table.Column<int>(type: "integer", nullable: false),
                    last_project_on = table.Column<DateOnly>(type: "date", nullable: true),
                    project_team = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    property_value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    property_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    roof_age = table.Column<int>(type: "integer", nullable: true),
                    roof_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    roof_size_sqft = table.Column<int>(type: "integer", nullable: true),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    notes = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    preferred_contact_method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    email_opt_in = table.Column<bool>(type: "boolean", nullable: false),
                    sms_opt_in = table.Column<bool>(type: "boolean", nullable: false),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: true),
                    nps_score = table.Column<int>(type: "integer", nullable: true),
                    referral_count = table.Column<int>(type: "integer", nullable: false),
                    original_source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    converted_from_lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_interaction_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    interaction_count = table.Column<int>(type: "integer", nullable: false),
                    next_follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    search_text = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(name || ' ' || email || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g') || ' ' || coalesce(address, '') || ' ' || coalesce(city, '') || ' ' || coalesce(zip_code, ''))", stored: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => x.id);
                    table.CheckConstraint("ck_customers_counts", "lifetime_value >= 0 AND project_count >= 0 AND referral_count >= 0 AND interaction_count >= 0");
                    table.CheckConstraint("ck_customers_customer_type", "customer_type IN ('residential', 'commercial', 'government')");
                    table.CheckConstraint("ck_customers_name", "char_length(name) >= 2");
                    table.CheckConstraint("ck_customers_nps_score", "nps_score BETWEEN 0 AND 10");
                    table.CheckConstraint("ck_customers_preferred_contact_method", "preferred_contact_method IN ('phone', 'email', 'text')");
                    table.CheckConstraint("ck_customers_property_value", "property_value >= 0");
                    table.CheckConstraint("ck_customers_roof_age", "roof_age BETWEEN 0 AND 100");
                    table.CheckConstraint("ck_customers_roof_size_sqft", "roof_size_sqft > 0");
                    table.CheckConstraint("ck_customers_segment", "segment IN ('premium', 'referral_source', 'repeat', 'standard')");
                    table.CheckConstraint("ck_customers_state", "state ~ '^[A-Z]{2}$'");
                    table.CheckConstraint("ck_customers_status", "status IN ('vip', 'churned', 'inactive', 'active')");
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "customers",
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
                schema: "customers",
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
                schema: "customers",
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
                schema: "customers",
                columns: table => new
                {
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    contract_value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    assigned_team = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    actual_end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    deleted = table.Column<bool>(type: "boolean", nullable: false),
                    last_event_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_facts", x => x.project_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at",
                schema: "customers",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_entity_id_at",
                schema: "customers",
                table: "audit_entries",
                columns: new[] { "entity_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_assigned_to",
                schema: "customers",
                table: "customers",
                columns: new[] { "assigned_to", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_created_at",
                schema: "customers",
                table: "customers",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_lifetime_value",
                schema: "customers",
                table: "customers",
                columns: new[] { "lifetime_value", "id" });

            // Finds the same name at the same address whatever the case (C7), and a city.
            migrationBuilder.Sql("CREATE INDEX ix_customers_lower_name ON customers.customers (lower(name))");
            migrationBuilder.Sql("CREATE INDEX ix_customers_lower_city ON customers.customers (lower(city), created_at, id)");

            migrationBuilder.CreateIndex(
                name: "ix_customers_name",
                schema: "customers",
                table: "customers",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_phone",
                schema: "customers",
                table: "customers",
                column: "phone");

            migrationBuilder.CreateIndex(
                name: "ix_customers_search_text",
                schema: "customers",
                table: "customers",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" })
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_customers_segment",
                schema: "customers",
                table: "customers",
                columns: new[] { "segment", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_status",
                schema: "customers",
                table: "customers",
                columns: new[] { "status", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_updated_at",
                schema: "customers",
                table: "customers",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_customers_email",
                schema: "customers",
                table: "customers",
                column: "email",
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_created_at",
                schema: "customers",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_entries_handled_at",
                schema: "customers",
                table: "inbox_entries",
                column: "handled_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_id",
                schema: "customers",
                table: "outbox_messages",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_processed",
                schema: "customers",
                table: "outbox_messages",
                column: "processed_at",
                filter: "processed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting",
                schema: "customers",
                table: "outbox_messages",
                column: "position",
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_waiting_by_aggregate",
                schema: "customers",
                table: "outbox_messages",
                columns: new[] { "aggregate_id", "position" },
                filter: "processed_at IS NULL AND NOT dead");

            migrationBuilder.CreateIndex(
                name: "ix_project_facts_customer_id",
                schema: "customers",
                table: "project_facts",
                column: "customer_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "customers",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "inbox_entries",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "project_facts",
                schema: "customers");
        }
    }
}
