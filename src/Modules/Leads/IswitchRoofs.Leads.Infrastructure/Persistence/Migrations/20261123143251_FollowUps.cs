using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FollowUps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "follow_up_told_for",
                schema: "leads",
                table: "leads",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_leads_follow_up",
                schema: "leads",
                table: "leads",
                columns: new[] { "next_follow_up_on", "id" },
                filter: "next_follow_up_on IS NOT NULL AND deleted_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_leads_follow_up",
                schema: "leads",
                table: "leads");

            migrationBuilder.DropColumn(
                name: "follow_up_told_for",
                schema: "leads",
                table: "leads");
        }
    }
}
