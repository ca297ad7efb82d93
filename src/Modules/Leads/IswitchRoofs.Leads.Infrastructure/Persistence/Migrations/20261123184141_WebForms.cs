using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WebForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "source_detail",
                schema: "leads",
                table: "leads",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "web_forms",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    consent_text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    consent_version = table.Column<int>(type: "integer", nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    thank_you_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    redirect_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    origins = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_web_forms", x => x.id);
                    table.CheckConstraint("ck_web_forms_key", "length(key) >= 22");
                    table.CheckConstraint("ck_web_forms_redirect", "redirect_url LIKE 'https://%'");
                    table.CheckConstraint("ck_web_forms_source", "source IN ('website_form', 'google_lsa', 'google_ads', 'facebook_ads', 'referral', 'door_to_door', 'storm_response', 'organic_search', 'phone_inquiry', 'email_inquiry', 'partner_referral', 'repeat_customer')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_web_forms_name",
                schema: "leads",
                table: "web_forms",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_web_forms_key",
                schema: "leads",
                table: "web_forms",
                column: "key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "web_forms",
                schema: "leads");

            migrationBuilder.DropColumn(
                name: "source_detail",
                schema: "leads",
                table: "leads");
        }
    }
}
