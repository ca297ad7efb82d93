using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class LeadListOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_leads_last_name",
                schema: "leads",
                table: "leads",
                columns: new[] { "last_name", "id" },
                filter: "deleted_at IS NULL");
            migrationBuilder.Sql("CREATE INDEX ix_leads_estimated_value ON leads.leads ((COALESCE(estimated_value, 0.0)), id) WHERE deleted_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX leads.ix_leads_estimated_value");
            migrationBuilder.DropIndex(
                name: "ix_leads_last_name",
                schema: "leads",
                table: "leads");
        }
    }
}
