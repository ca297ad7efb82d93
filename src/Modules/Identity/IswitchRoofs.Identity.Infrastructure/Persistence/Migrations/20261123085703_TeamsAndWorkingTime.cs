using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class TeamsAndWorkingTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_teams_name",
                schema: "identity",
                table: "teams");

            migrationBuilder.AddColumn<string[]>(
                name: "working_hours",
                schema: "identity",
                table: "users",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "deleted_at",
                schema: "identity",
                table: "teams",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "business_hours",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hours = table.Column<string[]>(type: "text[]", nullable: false),
                    holidays = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_business_hours", x => x.id);
                    table.CheckConstraint("ck_business_hours_one", "id = '01900000-0000-7000-8000-000000000001'");
                });

            migrationBuilder.CreateTable(
                name: "time_off",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_time_off", x => x.id);
                    table.CheckConstraint("ck_time_off_days", "ends_on >= starts_on AND ends_on - starts_on < 366");
                    table.ForeignKey(
                        name: "fk_time_off_user_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                schema: "identity",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trash_as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_items", x => new { x.id, x.kind });
                    table.CheckConstraint("ck_work_items_kind", "kind IN ('lead', 'appointment')");
                });

            migrationBuilder.CreateIndex(
                name: "ux_teams_name",
                schema: "identity",
                table: "teams",
                column: "name",
                unique: true,
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_time_off_user_id_ends_on",
                schema: "identity",
                table: "time_off",
                columns: new[] { "user_id", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "ix_work_items_user_id_kind_starts_at",
                schema: "identity",
                table: "work_items",
                columns: new[] { "user_id", "kind", "starts_at" },
                filter: "is_open AND NOT is_deleted");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "business_hours",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "time_off",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "work_items",
                schema: "identity");

            migrationBuilder.DropIndex(
                name: "ux_teams_name",
                schema: "identity",
                table: "teams");

            migrationBuilder.DropColumn(
                name: "working_hours",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "deleted_at",
                schema: "identity",
                table: "teams");

            migrationBuilder.CreateIndex(
                name: "ux_teams_name",
                schema: "identity",
                table: "teams",
                column: "name",
                unique: true);
        }
    }
}
