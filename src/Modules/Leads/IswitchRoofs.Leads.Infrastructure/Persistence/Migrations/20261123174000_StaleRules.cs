using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class StaleRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "stale_rules",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @new = table.Column<int>(name: "new", type: "integer", nullable: false),
                    contacted = table.Column<int>(type: "integer", nullable: false),
                    qualified = table.Column<int>(type: "integer", nullable: false),
                    appointment_scheduled = table.Column<int>(type: "integer", nullable: false),
                    inspection_completed = table.Column<int>(type: "integer", nullable: false),
                    quote_sent = table.Column<int>(type: "integer", nullable: false),
                    negotiation = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stale_rules", x => x.id);
                    table.CheckConstraint("ck_stale_rules_appointment_scheduled", "\"appointment_scheduled\" BETWEEN 1 AND 365");
                    table.CheckConstraint("ck_stale_rules_contacted", "\"contacted\" BETWEEN 1 AND 365");
                    table.CheckConstraint("ck_stale_rules_inspection_completed", "\"inspection_completed\" BETWEEN 1 AND 365");
                    table.CheckConstraint("ck_stale_rules_negotiation", "\"negotiation\" BETWEEN 1 AND 365");
                    table.CheckConstraint("ck_stale_rules_new", "\"new\" BETWEEN 1 AND 365");
                    table.CheckConstraint("ck_stale_rules_one", "id = '01900000-0000-7000-8000-000000000012'");
                    table.CheckConstraint("ck_stale_rules_qualified", "\"qualified\" BETWEEN 1 AND 365");
                    table.CheckConstraint("ck_stale_rules_quote_sent", "\"quote_sent\" BETWEEN 1 AND 365");
                });

            migrationBuilder.CreateIndex(
                name: "ix_leads_waiting",
                schema: "leads",
                table: "leads",
                column: "created_at",
                filter: "first_response_at IS NULL AND status NOT IN ('won', 'lost', 'nurture') AND deleted_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stale_rules",
                schema: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_waiting",
                schema: "leads",
                table: "leads");
        }
    }
}
