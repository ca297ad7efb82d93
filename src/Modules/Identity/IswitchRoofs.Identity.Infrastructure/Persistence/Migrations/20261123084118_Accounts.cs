using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "invited_at",
                schema: "identity",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_links",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_links", x => x.id);
                    table.CheckConstraint("ck_account_links_expiry", "expires_at > created_at");
                    table.CheckConstraint("ck_account_links_purpose", "purpose IN ('invite', 'reset')");
                    table.CheckConstraint("ck_account_links_secret", "length(secret_hash) = 32");
                    table.ForeignKey(
                        name: "fk_account_links_user_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recovery_codes", x => new { x.user_id, x.hash });
                    table.CheckConstraint("ck_recovery_codes_hash", "length(hash) = 32");
                });

            migrationBuilder.CreateTable(
                name: "second_factors",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_step = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_factors", x => x.user_id);
                    table.CheckConstraint("ck_second_factors_step", "last_step >= 0");
                });

            migrationBuilder.CreateTable(
                name: "sign_in_policies",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_factor_roles = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_policies", x => x.id);
                    table.CheckConstraint("ck_sign_in_policies_one", "id = '01900000-0000-7000-8000-000000000001'");
                    table.CheckConstraint("ck_sign_in_policies_roles", "second_factor_roles <@ ARRAY['admin', 'manager', 'sales', 'field_tech']");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_users_invited",
                schema: "identity",
                table: "users",
                sql: "NOT (is_active AND invited_at IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_account_links_expiry",
                schema: "identity",
                table: "account_links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_account_links_open",
                schema: "identity",
                table: "account_links",
                column: "user_id",
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_second_factors_begun",
                schema: "identity",
                table: "second_factors",
                column: "created_at",
                filter: "confirmed_at IS NULL");

            // U6, whatever the door and however parallel: the lock lets one change at a time look for another active admin.
            migrationBuilder.Sql("""
                CREATE FUNCTION identity.keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF TG_OP = 'UPDATE' AND NEW.role = 'admin' AND NEW.is_active THEN RETURN NULL; END IF;
                    PERFORM pg_advisory_xact_lock(hashtext('identity.keep_an_admin'));
                    IF NOT EXISTS (SELECT 1 FROM identity.users WHERE role = 'admin' AND is_active) THEN
                        RAISE EXCEPTION 'The last active administrator stays.' USING ERRCODE = '23514', CONSTRAINT = 'ck_users_last_admin', SCHEMA = 'identity', TABLE = 'users';
                    END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER keep_an_admin AFTER UPDATE OF role, is_active OR DELETE ON identity.users
                    FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.is_active) EXECUTE FUNCTION identity.keep_an_admin();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS keep_an_admin ON identity.users; DROP FUNCTION IF EXISTS identity.keep_an_admin();");

            migrationBuilder.DropTable(
                name: "account_links",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "recovery_codes",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "second_factors",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "sign_in_policies",
                schema: "identity");

            migrationBuilder.DropCheckConstraint(
                name: "ck_users_invited",
                schema: "identity",
                table: "users");

            migrationBuilder.DropColumn(
                name: "invited_at",
                schema: "identity",
                table: "users");
        }
    }
}
