using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class NotificationPreferences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "in_app",
                schema: "identity",
                table: "notifications",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "notification_mails",
                schema: "identity",
                columns: table => new
                {
                    notification_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<bool>(type: "boolean", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    mail_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification_mails", x => x.notification_id);
                    table.CheckConstraint("ck_notification_mails_state", "state IN ('waiting', 'queued', 'sent', 'failed', 'dropped')");
                    table.ForeignKey(
                        name: "fk_notification_mails_notifications_notification_id",
                        column: x => x.notification_id,
                        principalSchema: "identity",
                        principalTable: "notifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notification_preferences",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    in_app = table.Column<bool>(type: "boolean", nullable: false),
                    email = table.Column<bool>(type: "boolean", nullable: false),
                    muted_types = table.Column<string[]>(type: "text[]", nullable: false),
                    unsubscribed_types = table.Column<string[]>(type: "text[]", nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    quiet_to = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    timezone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    digest = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification_preferences", x => x.user_id);
                    table.CheckConstraint("ck_notification_preferences_digest", "digest IN ('off', 'daily', 'weekly')");
                    table.CheckConstraint("ck_notification_preferences_quiet", "(quiet_from IS NULL) = (quiet_to IS NULL) AND (quiet_from IS NULL OR quiet_from <> quiet_to)");
                    table.ForeignKey(
                        name: "fk_notification_preferences_user_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_notification_mails_due",
                schema: "identity",
                table: "notification_mails",
                column: "due_at",
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_notification_mails_mail",
                schema: "identity",
                table: "notification_mails",
                column: "mail_id",
                filter: "mail_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_notification_mails_waiting",
                schema: "identity",
                table: "notification_mails",
                column: "user_id",
                filter: "state = 'waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notification_mails",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "notification_preferences",
                schema: "identity");

            migrationBuilder.DropColumn(
                name: "in_app",
                schema: "identity",
                table: "notifications");
        }
    }
}
