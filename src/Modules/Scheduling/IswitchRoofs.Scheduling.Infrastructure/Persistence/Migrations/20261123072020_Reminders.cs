using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Scheduling.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_reminder_at",
                schema: "scheduling",
                table: "appointments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_appointments_next_reminder_at",
                schema: "scheduling",
                table: "appointments",
                column: "next_reminder_at",
                filter: "next_reminder_at IS NOT NULL AND deleted_at IS NULL");

            migrationBuilder.Sql("""
                UPDATE scheduling.appointments a
                SET next_reminder_at = (
                  SELECT min(a.starts_at - r * interval '1 minute') FROM unnest(a.reminders) r WHERE a.starts_at - r * interval '1 minute' > now())
                WHERE a.status IN ('scheduled', 'confirmed') AND a.starts_at > now()
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_appointments_next_reminder_at",
                schema: "scheduling",
                table: "appointments");

            migrationBuilder.DropColumn(
                name: "next_reminder_at",
                schema: "scheduling",
                table: "appointments");
        }
    }
}
