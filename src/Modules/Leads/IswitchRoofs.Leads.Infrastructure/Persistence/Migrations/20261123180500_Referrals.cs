using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Referrals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "partners",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    company_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contact_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    category = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    partner_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    tier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    commission_rate = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true),
                    agreement_starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    agreement_ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    notes = table.Column<string>(type: "text", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    search_text = table.Column<string>(type: "text", nullable: false, computedColumnSql: "lower(company_name || ' ' || coalesce(contact_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(ltrim(phone, '+'), '') || ' ' || partner_code)", stored: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partners", x => x.id);
                    table.CheckConstraint("ck_partners_agreement", "agreement_ends_on >= agreement_starts_on");
                    table.CheckConstraint("ck_partners_category", "category IN ('insurance_agent', 'real_estate_agent', 'property_manager', 'contractor', 'home_inspector')");
                    table.CheckConstraint("ck_partners_code", "partner_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
                    table.CheckConstraint("ck_partners_rate", "commission_rate BETWEEN 0 AND 50");
                    table.CheckConstraint("ck_partners_status", "status IN ('pending', 'active', 'inactive')");
                    table.CheckConstraint("ck_partners_tier", "tier IN ('bronze', 'silver', 'gold', 'platinum')");
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    notes = table.Column<string>(type: "text", nullable: true),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    project_state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    project_value = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    project_as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    commission_rate = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true),
                    commission_multiplier = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: true),
                    commission_tier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    commission_amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    payment_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    commission_cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                    table.CheckConstraint("ck_referrals_amounts", "project_value >= 0 AND commission_amount >= 0");
                    table.CheckConstraint("ck_referrals_approved", "approved_at IS NULL OR fixed_at IS NOT NULL");
                    table.CheckConstraint("ck_referrals_cancelled", "commission_cancelled_at IS NULL OR fixed_at IS NOT NULL");
                    table.CheckConstraint("ck_referrals_commission_tier", "commission_tier IN ('bronze', 'silver', 'gold', 'platinum')");
                    table.CheckConstraint("ck_referrals_fixed", "num_nonnulls(fixed_at, commission_amount, commission_rate, commission_multiplier, commission_tier) IN (0, 5)");
                    table.CheckConstraint("ck_referrals_kept", "deleted_at IS NULL OR fixed_at IS NULL");
                    table.CheckConstraint("ck_referrals_paid", "paid_at IS NULL OR (approved_at IS NOT NULL AND approved_at <= paid_at AND payment_reference IS NOT NULL AND commission_cancelled_at IS NULL)");
                    table.CheckConstraint("ck_referrals_paid_status", "(status = 'paid') = (paid_at IS NOT NULL)");
                    table.CheckConstraint("ck_referrals_project_state", "project_state IN ('running', 'completed', 'cancelled')");
                    table.CheckConstraint("ck_referrals_status", "status IN ('pending', 'contacted', 'scheduled', 'quoted', 'won', 'completed', 'paid', 'lost', 'cancelled')");
                    table.ForeignKey(
                        name: "fk_referrals_partners_partner_id",
                        column: x => x.partner_id,
                        principalSchema: "leads",
                        principalTable: "partners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referral_ledger",
                schema: "leads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: false),
                    reference = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_ledger", x => x.id);
                    table.CheckConstraint("ck_referral_ledger_amount", "amount >= 0");
                    table.CheckConstraint("ck_referral_ledger_kind", "kind IN ('fixed', 'approved', 'paid', 'cancelled')");
                    table.CheckConstraint("ck_referral_ledger_reference", "kind NOT IN ('paid', 'cancelled') OR reference IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_referral_ledger_referrals_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "leads",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_partners_created",
                schema: "leads",
                table: "partners",
                columns: new[] { "created_at", "id" },
                descending: new bool[0],
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_partners_name",
                schema: "leads",
                table: "partners",
                columns: new[] { "company_name", "id" },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_partners_search",
                schema: "leads",
                table: "partners",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "public.gin_trgm_ops" })
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ux_partners_code",
                schema: "leads",
                table: "partners",
                column: "partner_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_referral_ledger_step",
                schema: "leads",
                table: "referral_ledger",
                columns: new[] { "referral_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referrals_created",
                schema: "leads",
                table: "referrals",
                columns: new[] { "created_at", "id" },
                descending: new bool[0],
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_fixed",
                schema: "leads",
                table: "referrals",
                column: "fixed_at",
                filter: "fixed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_paid",
                schema: "leads",
                table: "referrals",
                column: "paid_at",
                filter: "paid_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_partner",
                schema: "leads",
                table: "referrals",
                columns: new[] { "partner_id", "created_at", "id" },
                descending: new[] { false, true, true })
                .Annotation("Npgsql:IndexInclude", new[] { "status", "deleted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_project",
                schema: "leads",
                table: "referrals",
                column: "project_id",
                filter: "project_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_status",
                schema: "leads",
                table: "referrals",
                columns: new[] { "status", "created_at", "id" },
                descending: new[] { false, true, true },
                filter: "deleted_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_referrals_lead",
                schema: "leads",
                table: "referrals",
                column: "lead_id",
                unique: true);

            // The ledger is written once, in the order of the money, whoever writes it.
            migrationBuilder.Sql("""
                CREATE FUNCTION leads.refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'The ledger of referrals is append-only: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
                END $$;
                CREATE TRIGGER referral_ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON leads.referral_ledger
                    FOR EACH STATEMENT EXECUTE FUNCTION leads.refuse_ledger_change();
                CREATE FUNCTION leads.keep_ledger_order() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.kind <> 'fixed' AND NOT EXISTS (SELECT FROM leads.referral_ledger WHERE referral_id = NEW.referral_id AND amount = NEW.amount
                        AND kind = CASE NEW.kind WHEN 'paid' THEN 'approved' ELSE 'fixed' END) THEN
                        RAISE EXCEPTION 'A commission cannot be % before its time.', NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_referral_ledger_order';
                    END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER referral_ledger_order BEFORE INSERT ON leads.referral_ledger
                    FOR EACH ROW EXECUTE FUNCTION leads.keep_ledger_order();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "referral_ledger",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "referrals",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "partners",
                schema: "leads");

            migrationBuilder.Sql("DROP FUNCTION leads.refuse_ledger_change(); DROP FUNCTION leads.keep_ledger_order();");
        }
    }
}
