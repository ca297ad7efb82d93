using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Customers.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Interactions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "interactions",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    interaction_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    channel = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    direction = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    notes = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    outcome = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    duration_minutes = table.Column<int>(type: "integer", nullable: true),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    follow_up_completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    promise = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interactions", x => x.id);
                    table.CheckConstraint("ck_interactions_direction", "direction IN ('inbound', 'outbound', 'internal')");
                    table.CheckConstraint("ck_interactions_duration_minutes", "duration_minutes >= 0");
                    table.CheckConstraint("ck_interactions_follow_up", "follow_up_on IS NOT NULL OR (follow_up_completed_at IS NULL AND promise IS NULL)");
                    table.CheckConstraint("ck_interactions_interaction_type", "interaction_type IN ('phone_call', 'email', 'sms', 'in_person_meeting', 'video_call', 'site_visit', 'note', 'voicemail', 'social_media', 'live_chat')");
                    table.CheckConstraint("ck_interactions_outcome", "outcome IN ('successful', 'no_answer', 'left_voicemail', 'scheduled_callback', 'scheduled_appointment', 'quote_requested', 'objection_handled', 'not_interested', 'follow_up_required')");
                    table.CheckConstraint("ck_interactions_parties", "customer_id IS NOT NULL OR lead_id IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_interactions_customers_customer_id",
                        column: x => x.customer_id,
                        principalSchema: "customers",
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_refs",
                schema: "customers",
                columns: table => new
                {
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(201)", maxLength: 201, nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_refs", x => x.lead_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_created_at",
                schema: "customers",
                table: "interactions",
                columns: new[] { "created_at", "id" },
                descending: new bool[0],
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_interactions_customer",
                schema: "customers",
                table: "interactions",
                columns: new[] { "customer_id", "occurred_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_interactions_deleted_at",
                schema: "customers",
                table: "interactions",
                column: "deleted_at",
                filter: "deleted_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_interactions_lead",
                schema: "customers",
                table: "interactions",
                columns: new[] { "lead_id", "occurred_at", "id" },
                descending: new[] { false, true, true },
                filter: "lead_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_interactions_occurred_at",
                schema: "customers",
                table: "interactions",
                columns: new[] { "occurred_at", "id" },
                descending: new bool[0],
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_interactions_open_follow_ups",
                schema: "customers",
                table: "interactions",
                columns: new[] { "follow_up_on", "id" },
                filter: "follow_up_on IS NOT NULL AND follow_up_completed_at IS NULL AND deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_interactions_project",
                schema: "customers",
                table: "interactions",
                columns: new[] { "project_id", "occurred_at", "id" },
                descending: new[] { false, true, true },
                filter: "project_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_interactions_user",
                schema: "customers",
                table: "interactions",
                columns: new[] { "user_id", "occurred_at", "id" },
                descending: new[] { false, true, true },
                filter: "deleted_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "interactions",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "lead_refs",
                schema: "customers");
        }
    }
}
