using IswitchRoofs.Identity.Domain.Accounts;
using IswitchRoofs.Identity.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IswitchRoofs.Identity.Infrastructure.Persistence.Configurations;

internal sealed class SecondFactorConfiguration : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors", table => table.HasCheckConstraint("ck_second_factors_step", "last_step >= 0"));
        builder.HasKey(f => f.UserId);
        builder.Property(f => f.UserId).ValueGeneratedNever();
        builder.HasIndex(f => f.CreatedAt).HasFilter("confirmed_at IS NULL").HasDatabaseName("ix_second_factors_begun");
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes", table => table.HasCheckConstraint("ck_recovery_codes_hash", "length(hash) = 32"));
        builder.HasKey(c => new { c.UserId, c.Hash });
    }
}

internal sealed class SignInPolicyConfiguration : IEntityTypeConfiguration<SignInPolicy>
{
    public void Configure(EntityTypeBuilder<SignInPolicy> builder)
    {
        builder.ToTable("sign_in_policies", table =>
        {
            table.HasCheckConstraint("ck_sign_in_policies_one", $"id = '{SignInPolicy.TheOne}'");
            table.HasCheckConstraint("ck_sign_in_policies_roles", "second_factor_roles <@ ARRAY['admin', 'manager', 'sales', 'field_tech']");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
    }
}
