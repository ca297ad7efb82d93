using IswitchRoofs.Leads.Domain.Leads;
using IswitchRoofs.Leads.Domain.WebForms;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using IswitchRoofs.Shared.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Leads.Infrastructure.Persistence.Configurations;

internal sealed class WebFormConfiguration : IEntityTypeConfiguration<WebForm>
{
    public void Configure(EntityTypeBuilder<WebForm> builder)
    {
        builder.ToTable("web_forms", table =>
        {
            table.HasOneOf<LeadSource>("source");
            table.HasCheckConstraint("ck_web_forms_key", "length(key) >= 22");
            table.HasCheckConstraint("ck_web_forms_redirect", "redirect_url LIKE 'https://%'");
        });
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(100);
        builder.Property(f => f.Key).HasMaxLength(50).IsHiddenFromAudit();
        builder.Property(f => f.Source).HasMaxLength(100);
        builder.Property(f => f.Title).HasMaxLength(200);
        builder.Property(f => f.ConsentText).HasMaxLength(2_000);
        builder.Property(f => f.ThankYouText).HasMaxLength(500);
        builder.Property(f => f.RedirectUrl).HasMaxLength(2_000);
        builder.PrimitiveCollection(f => f.Fields);
        builder.PrimitiveCollection(f => f.Origins);
        builder.HasIndex(f => f.Key).IsUnique().HasDatabaseName("ux_web_forms_key");
        builder.HasIndex(f => new { f.Name, f.Id }).HasDatabaseName("ix_web_forms_name");
    }
}
