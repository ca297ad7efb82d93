using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Leads.Domain.Referrals;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    private const string Alive = "deleted_at IS NULL";

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals", table =>
        {
            table.HasOneOf<ReferralStatus>("status");
            table.HasOneOf<ReferredProjectState>("project_state");
            table.HasOneOf<PartnerTier>("commission_tier");

            // Money moves only in its order: fixed, approved, paid.
            table.HasCheckConstraint("ck_referrals_fixed", "num_nonnulls(fixed_at, commission_amount, commission_rate, commission_multiplier, commission_tier) IN (0, 5)");
            table.HasCheckConstraint("ck_referrals_approved", "approved_at IS NULL OR fixed_at IS NOT NULL");
            table.HasCheckConstraint("ck_referrals_paid", "paid_at IS NULL OR (approved_at IS NOT NULL AND approved_at <= paid_at AND payment_reference IS NOT NULL AND commission_cancelled_at IS NULL)");
            table.HasCheckConstraint("ck_referrals_paid_status", "(status = 'paid') = (paid_at IS NOT NULL)");
            table.HasCheckConstraint("ck_referrals_cancelled", "commission_cancelled_at IS NULL OR fixed_at IS NOT NULL");
            table.HasCheckConstraint("ck_referrals_kept", "deleted_at IS NULL OR fixed_at IS NULL");
            table.HasCheckConstraint("ck_referrals_amounts", "project_value >= 0 AND commission_amount >= 0");
        });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Status).HasMaxLength(20);
        builder.Property(r => r.ProjectState).HasMaxLength(20);
        builder.Property(r => r.CommissionTier).HasMaxLength(20);
        builder.Property(r => r.CommissionRate).HasPrecision(4, 2);
        builder.Property(r => r.CommissionMultiplier).HasPrecision(4, 2);
        builder.Property(r => r.PaymentReference).HasMaxLength(100);
        builder.Ignore(r => r.CommissionStatus);
        builder.HasOne<Partner>().WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Ledger).WithOne().HasForeignKey(e => e.ReferralId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(r => r.Ledger).UsePropertyAccessMode(PropertyAccessMode.Field);

        // No foreign key to the lead: what is owed for it outlives it.
        builder.HasIndex(r => r.LeadId).IsUnique().HasDatabaseName("ux_referrals_lead");
        builder.HasIndex(r => r.ProjectId).HasFilter("project_id IS NOT NULL").HasDatabaseName("ix_referrals_project");
        builder.HasIndex(r => new { r.CreatedAt, r.Id }).IsDescending(true, true).HasFilter(Alive).HasDatabaseName("ix_referrals_created");
        builder.HasIndex(r => new { r.PartnerId, r.CreatedAt, r.Id }).IsDescending(false, true, true).HasDatabaseName("ix_referrals_partner")
            .IncludeProperties(r => new { r.Status, r.DeletedAt });
        builder.HasIndex(r => new { r.Status, r.CreatedAt, r.Id }).IsDescending(false, true, true).HasFilter(Alive).HasDatabaseName("ix_referrals_status");
        builder.HasIndex(r => r.FixedAt).HasFilter("fixed_at IS NOT NULL").HasDatabaseName("ix_referrals_fixed");
        builder.HasIndex(r => r.PaidAt).HasFilter("paid_at IS NOT NULL").HasDatabaseName("ix_referrals_paid");
    }
}

internal sealed class ReferralLedgerEntryConfiguration : IEntityTypeConfiguration<ReferralLedgerEntry>
{
    public void Configure(EntityTypeBuilder<ReferralLedgerEntry> builder)
    {
        builder.ToTable("referral_ledger", table =>
        {
            table.HasOneOf<LedgerKind>("kind");
            table.HasCheckConstraint("ck_referral_ledger_amount", "amount >= 0");
            table.HasCheckConstraint("ck_referral_ledger_reference", "kind NOT IN ('paid', 'cancelled') OR reference IS NOT NULL");
        });
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(20);
        builder.Property(e => e.Reference).HasMaxLength(500);
        builder.Property(e => e.ActorName).HasMaxLength(200);

        // Each step once, whoever tries it twice.
        builder.HasIndex(e => new { e.ReferralId, e.Kind }).IsUnique().HasDatabaseName("ux_referral_ledger_step");
    }
}
