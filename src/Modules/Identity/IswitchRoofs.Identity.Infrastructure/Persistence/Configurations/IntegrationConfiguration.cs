using IswitchRoofs.Identity.Domain.Integrations;
using IswitchRoofs.Identity.Infrastructure.Integrations;
using IswitchRoofs.Shared.Infrastructure.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class IntegrationConfiguration : IEntityTypeConfiguration<Integration>
{
    public void Configure(EntityTypeBuilder<Integration> builder)
    {
        builder.ToTable("integrations", table =>
        {
            table.HasCheckConstraint("ck_integrations_name", "length(name) BETWEEN 1 AND 100");
            table.HasCheckConstraint("ck_integrations_kind", "kind IN ('client_credentials', 'authorization_code')");
            table.HasCheckConstraint("ck_integrations_role", "role IN ('admin', 'manager', 'sales', 'field_tech')");
            table.HasCheckConstraint("ck_integrations_role_of_kind", "(kind = 'client_credentials') = (role IS NOT NULL)");
            table.HasCheckConstraint("ck_integrations_redirects", "(kind = 'authorization_code') = (cardinality(redirect_uris) > 0)");
        });
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Name).HasMaxLength(100);
        builder.Property(i => i.Kind).HasMaxLength(30);
        builder.Property(i => i.Role).HasMaxLength(20);
        builder.Property(i => i.GrantId).IsHiddenFromAudit();
        builder.HasIndex(i => i.Name).IsUnique().HasDatabaseName("ux_integrations_name");
    }
}

internal sealed class IntegrationUseConfiguration : IEntityTypeConfiguration<IntegrationUse>
{
    public void Configure(EntityTypeBuilder<IntegrationUse> builder)
    {
        builder.ToTable("integration_uses");
        builder.HasKey(u => u.IntegrationId);
        builder.Property(u => u.IntegrationId).ValueGeneratedNever();
        builder.HasOne<Integration>().WithOne().HasForeignKey<IntegrationUse>(u => u.IntegrationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EndedGrantConfiguration : IEntityTypeConfiguration<EndedGrant>
{
    public void Configure(EntityTypeBuilder<EndedGrant> builder)
    {
        builder.ToTable("ended_grants");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasIndex(g => g.EndedAt).HasDatabaseName("ix_ended_grants_ended");
    }
}
