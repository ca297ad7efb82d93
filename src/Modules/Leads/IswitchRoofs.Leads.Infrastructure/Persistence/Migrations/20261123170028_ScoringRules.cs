using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ScoringRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "scoring_version",
                schema: "leads",
                table: "leads",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "rescorings",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    rules_number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    changed_band = table.Column<int>(type: "integer", nullable: false),
                    last_lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_by_name = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rescorings", x => x.id);
                    table.CheckConstraint("ck_rescorings_finished", "(finished_at IS NULL) = (state IN ('waiting', 'running'))");
                    table.CheckConstraint("ck_rescorings_state", "state IN ('waiting', 'running', 'done', 'superseded')");
                });

            migrationBuilder.CreateTable(
                name: "scoring_rule_sets",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<string>(type: "jsonb", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_by_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scoring_rule_sets", x => x.id);
                    table.CheckConstraint("ck_scoring_rule_sets_number", "number > 1");
                });

            migrationBuilder.CreateIndex(
                name: "ux_rescorings_rules",
                schema: "leads",
                table: "rescorings",
                column: "rules_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_scoring_rule_sets_number",
                schema: "leads",
                table: "scoring_rule_sets",
                column: "number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rescorings",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "scoring_rule_sets",
                schema: "leads");

            migrationBuilder.DropColumn(
                name: "scoring_version",
                schema: "leads",
                table: "leads");
        }
    }
}
