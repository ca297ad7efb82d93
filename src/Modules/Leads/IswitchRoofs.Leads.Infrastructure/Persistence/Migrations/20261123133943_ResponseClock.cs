using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ResponseClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "response_seconds",
                schema: "leads",
                table: "leads",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "response_target_seconds",
                schema: "leads",
                table: "leads",
                type: "integer",
                nullable: true);

            // What was answered before keeps its minutes; the target is the rule's for the temperature it has now.
            migrationBuilder.Sql(
                """
                UPDATE leads.leads
                SET response_seconds = response_minutes * 60,
                    response_target_seconds = CASE temperature WHEN 'hot' THEN 120 WHEN 'warm' THEN 300 WHEN 'cool' THEN 7200 ELSE 28800 END
                WHERE response_minutes IS NOT NULL
                """);

            migrationBuilder.CreateTable(
                name: "company_hours",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<string[]>(type: "text[]", nullable: false),
                    holidays = table.Column<string[]>(type: "text[]", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_company_hours", x => x.id);
                    table.CheckConstraint("ck_company_hours_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "response_rules",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hot_seconds = table.Column<int>(type: "integer", nullable: false),
                    warm_seconds = table.Column<int>(type: "integer", nullable: false),
                    cool_seconds = table.Column<int>(type: "integer", nullable: false),
                    cold_seconds = table.Column<int>(type: "integer", nullable: false),
                    storms = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_response_rules", x => x.id);
                    table.CheckConstraint("ck_response_rules_one", "id = '01900000-0000-7000-8000-000000000011'");
                    table.CheckConstraint("ck_response_rules_order", "hot_seconds > 0 AND warm_seconds >= hot_seconds AND cool_seconds >= warm_seconds AND cold_seconds >= cool_seconds");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_leads_response",
                schema: "leads",
                table: "leads",
                sql: "response_seconds >= 0 AND response_target_seconds > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "company_hours",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "response_rules",
                schema: "leads");

            migrationBuilder.DropCheckConstraint(
                name: "ck_leads_response",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "response_seconds",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "response_target_seconds",
                schema: "leads",
                table: "leads");
        }
    }
}
