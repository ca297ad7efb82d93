using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "import_id",
                schema: "leads",
                table: "leads",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "lead_import_rows",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row_no = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    facts = table.Column<string>(type: "jsonb", nullable: true),
                    problems = table.Column<string>(type: "jsonb", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_import_rows", x => x.id);
                    table.CheckConstraint("ck_lead_import_rows_row_no", "row_no > 0");
                    table.CheckConstraint("ck_lead_import_rows_state", "state IN ('pending', 'new', 'update', 'duplicate', 'invalid', 'dropped', 'created', 'updated', 'undone', 'kept')");
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 40);

            migrationBuilder.CreateTable(
                name: "lead_import_templates",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    headers = table.Column<string[]>(type: "text[]", nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_import_templates", x => x.id);
                    table.CheckConstraint("ck_lead_import_templates_fields", "cardinality(fields) = cardinality(headers)");
                });

            migrationBuilder.CreateTable(
                name: "lead_imports",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    format = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    encoding = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    delimiter = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: true),
                    headers = table.Column<string[]>(type: "text[]", nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    default_source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    on_match = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    total_rows = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by_name = table.Column<string>(type: "text", nullable: false),
                    validated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_by_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_imports", x => x.id);
                    table.CheckConstraint("ck_lead_imports_default_source", "default_source IN ('website_form', 'google_lsa', 'google_ads', 'facebook_ads', 'referral', 'door_to_door', 'storm_response', 'organic_search', 'phone_inquiry', 'email_inquiry', 'partner_referral', 'repeat_customer')");
                    table.CheckConstraint("ck_lead_imports_fields", "cardinality(fields) = cardinality(headers)");
                    table.CheckConstraint("ck_lead_imports_format", "format IN ('csv', 'xlsx')");
                    table.CheckConstraint("ck_lead_imports_on_match", "on_match IN ('update', 'skip')");
                    table.CheckConstraint("ck_lead_imports_status", "status IN ('mapping', 'validating', 'validated', 'running', 'completed', 'cancelled', 'failed', 'undoing', 'undone')");
                    table.CheckConstraint("ck_lead_imports_total_rows", "total_rows > 0");
                });

            migrationBuilder.CreateTable(
                name: "lead_import_progress",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_row = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    steps = table.Column<int>(type: "integer", nullable: false),
                    @new = table.Column<int>(name: "new", type: "integer", nullable: false),
                    update = table.Column<int>(type: "integer", nullable: false),
                    duplicate = table.Column<int>(type: "integer", nullable: false),
                    invalid = table.Column<int>(type: "integer", nullable: false),
                    dropped = table.Column<int>(type: "integer", nullable: false),
                    created = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    undone = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_import_progress", x => x.id);
                    table.CheckConstraint("ck_lead_import_progress_steps", "done >= 0 AND steps >= 0");
                    table.ForeignKey(
                        name: "fk_lead_import_progress_lead_import_id",
                        column: x => x.id,
                        principalSchema: "leads",
                        principalTable: "lead_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ux_lead_import_rows_row",
                schema: "leads",
                table: "lead_import_rows",
                columns: new[] { "import_id", "row_no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_lead_import_templates_name",
                schema: "leads",
                table: "lead_import_templates",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lead_imports_at_work",
                schema: "leads",
                table: "lead_imports",
                column: "updated_at",
                filter: "status IN ('validating', 'running', 'undoing')");

            migrationBuilder.CreateIndex(
                name: "ix_lead_imports_created",
                schema: "leads",
                table: "lead_imports",
                columns: new[] { "created_at", "id" },
                descending: new bool[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lead_import_progress",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "lead_import_rows",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "lead_import_templates",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "lead_imports",
                schema: "leads");

            migrationBuilder.DropColumn(
                name: "import_id",
                schema: "leads",
                table: "leads");
        }
    }
}
