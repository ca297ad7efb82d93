using IswitchRoofs.Identity.Domain.Company;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class CompanySettingsConfiguration : IEntityTypeConfiguration<CompanySettings>
{
    public void Configure(EntityTypeBuilder<CompanySettings> builder)
    {
        builder.ToTable("company_settings", table =>
        {
            table.HasCheckConstraint("ck_company_settings_one", $"id = '{CompanySettingsId.Only.Value}'");
            table.HasCheckConstraint("ck_company_settings_phone_region", "phone_region ~ '^[A-Z]{2}$'");
        });
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(100);
        builder.Property(s => s.Timezone).HasMaxLength(100);
        builder.Property(s => s.PhoneRegion).HasMaxLength(2);
    }
}

internal sealed class CompanyLogoConfiguration : IEntityTypeConfiguration<CompanyLogo>
{
    public void Configure(EntityTypeBuilder<CompanyLogo> builder)
    {
        builder.ToTable("company_logos", table =>
        {
            table.HasCheckConstraint("ck_company_logos_one", $"id = '{CompanyLogoId.Only.Value}'");
            table.HasCheckConstraint("ck_company_logos_media_type", "media_type IN ('image/png', 'image/jpeg', 'image/webp')");
            table.HasCheckConstraint("ck_company_logos_size", $"octet_length(content) <= {CompanyLogo.LargestBytes}");
        });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Tag).HasMaxLength(16);
        builder.Property(l => l.MediaType).HasMaxLength(20);
        builder.Property(l => l.Content).IsHiddenFromAudit();
    }
}
