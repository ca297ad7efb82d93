using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Stale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_touch_at",
                schema: "leads",
                table: "leads",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // Leads of before: the last contact is the last touch that is known.
            migrationBuilder.Sql("UPDATE leads.leads SET last_touch_at = COALESCE(last_contact_at, created_at)");

            migrationBuilder.CreateTable(
                name: "planned_appointments",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_planned = table.Column<bool>(type: "boolean", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_planned_appointments", x => x.id);
                    table.ForeignKey(
                        name: "fk_planned_appointments_leads_lead_id",
                        column: x => x.lead_id,
                        principalSchema: "leads",
                        principalTable: "leads",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_leads_last_touch",
                schema: "leads",
                table: "leads",
                columns: new[] { "status", "last_touch_at" },
                filter: "deleted_at IS NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "id", "next_follow_up_on" });

            migrationBuilder.CreateIndex(
                name: "ix_planned_appointments_lead",
                schema: "leads",
                table: "planned_appointments",
                columns: new[] { "lead_id", "starts_at" },
                filter: "is_planned");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "planned_appointments",
                schema: "leads");

            migrationBuilder.DropIndex(
                name: "ix_leads_last_touch",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "last_touch_at",
                schema: "leads",
                table: "leads");
        }
    }
}
