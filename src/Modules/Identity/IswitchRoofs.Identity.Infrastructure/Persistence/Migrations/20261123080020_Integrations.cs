using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Integrations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "integration_id",
                schema: "identity",
                table: "sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ended_grants",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_grants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "integrations",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    redirect_uris = table.Column<string[]>(type: "text[]", nullable: false),
                    is_first_party = table.Column<bool>(type: "boolean", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    secret_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integrations", x => x.id);
                    table.CheckConstraint("ck_integrations_kind", "kind IN ('client_credentials', 'authorization_code')");
                    table.CheckConstraint("ck_integrations_name", "length(name) BETWEEN 1 AND 100");
                    table.CheckConstraint("ck_integrations_redirects", "(kind = 'authorization_code') = (cardinality(redirect_uris) > 0)");
                    table.CheckConstraint("ck_integrations_role", "role IN ('admin', 'manager', 'sales', 'field_tech')");
                    table.CheckConstraint("ck_integrations_role_of_kind", "(kind = 'client_credentials') = (role IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "integration_uses",
                schema: "identity",
                columns: table => new
                {
                    integration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_uses", x => x.integration_id);
                    table.ForeignKey(
                        name: "fk_integration_uses_integrations_integration_id",
                        column: x => x.integration_id,
                        principalSchema: "identity",
                        principalTable: "integrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_integration",
                schema: "identity",
                table: "sessions",
                column: "integration_id",
                filter: "integration_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ended_grants_ended",
                schema: "identity",
                table: "ended_grants",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ux_integrations_name",
                schema: "identity",
                table: "integrations",
                column: "name",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_sessions_integrations_integration_id",
                schema: "identity",
                table: "sessions",
                column: "integration_id",
                principalSchema: "identity",
                principalTable: "integrations",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_sessions_integrations_integration_id",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropTable(
                name: "ended_grants",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "integration_uses",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "integrations",
                schema: "identity");

            migrationBuilder.DropIndex(
                name: "ix_sessions_integration",
                schema: "identity",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "integration_id",
                schema: "identity",
                table: "sessions");
        }
    }
}
