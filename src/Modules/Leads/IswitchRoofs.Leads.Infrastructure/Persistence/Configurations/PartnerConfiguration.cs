using IswitchRoofs.Leads.Domain.Partners;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    private const string Alive = "deleted_at IS NULL";

    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("partners", table =>
        {
            table.HasOneOf<PartnerCategory>("category");
            table.HasOneOf<PartnerStatus>("status");
            table.HasOneOf<PartnerTier>("tier");
            table.HasCheckConstraint("ck_partners_rate", "commission_rate BETWEEN 0 AND 50");
            table.HasCheckConstraint("ck_partners_agreement", "agreement_ends_on >= agreement_starts_on");
            table.HasCheckConstraint("ck_partners_code", "partner_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.CompanyName).HasMaxLength(200);
        builder.Property(p => p.ContactName).HasMaxLength(200);
        builder.Property(p => p.Email).HasMaxLength(255);
        builder.Property(p => p.Phone).HasMaxLength(20);
        builder.Property(p => p.Category).HasMaxLength(30);
        builder.Property(p => p.Status).HasMaxLength(20);
        builder.Property(p => p.Tier).HasMaxLength(20);
        builder.Property(p => p.PartnerCode).HasMaxLength(PartnerCodes.Longest);
        builder.Property(p => p.CommissionRate).HasPrecision(4, 2);
        builder.Ignore(p => p.BaseRate).Ignore(p => p.Multiplier);
        builder.Property(p => p.SearchText).HasComputedColumnSql(
            """
            lower(company_name || ' ' || coalesce(contact_name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(ltrim(phone, '+'), '') || ' ' || partner_code)
            """, stored: true);

        // Also of partners in the trash: a code that was given out means nobody else.
        builder.HasIndex(p => p.PartnerCode).IsUnique().HasDatabaseName("ux_partners_code");
        builder.HasIndex(p => new { p.CreatedAt, p.Id }).IsDescending(true, true).HasFilter(Alive).HasDatabaseName("ix_partners_created");
        builder.HasIndex(p => new { p.CompanyName, p.Id }).HasFilter(Alive).HasDatabaseName("ix_partners_name");
        builder.HasIndex(p => p.SearchText).HasMethod("gin").HasOperators("public.gin_trgm_ops").HasStorageParameter("fastupdate", false).HasDatabaseName("ix_partners_search");
    }
}
