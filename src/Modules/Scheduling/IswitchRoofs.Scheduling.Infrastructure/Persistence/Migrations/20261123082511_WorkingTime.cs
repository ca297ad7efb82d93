using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Scheduling.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WorkingTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "time_off",
                schema: "scheduling",
                table: "crew_members",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string[]>(
                name: "working_hours",
                schema: "scheduling",
                table: "crew_members",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "working_time_as_of",
                schema: "scheduling",
                table: "crew_members",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.CreateTable(
                name: "company_hours",
                schema: "scheduling",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "company_hours",
                schema: "scheduling");

            migrationBuilder.DropColumn(
                name: "time_off",
                schema: "scheduling",
                table: "crew_members");

            migrationBuilder.DropColumn(
                name: "working_hours",
                schema: "scheduling",
                table: "crew_members");

            migrationBuilder.DropColumn(
                name: "working_time_as_of",
                schema: "scheduling",
                table: "crew_members");
        }
    }
}
