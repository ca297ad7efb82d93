using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class BoardTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_status_score",
                schema: "leads",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_status_score",
                schema: "leads",
                table: "leads",
                columns: new[] { "status", "score", "id" },
                descending: new[] { false, true, true },
                filter: "deleted_at IS NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "temperature", "source", "estimated_value", "assigned_to" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_status_score",
                schema: "leads",
                table: "leads");

            migrationBuilder.CreateIndex(
                name: "ix_leads_status_score",
                schema: "leads",
                table: "leads",
                columns: new[] { "status", "score", "id" },
                descending: new[] { false, true, true },
                filter: "deleted_at IS NULL");
        }
    }
}
